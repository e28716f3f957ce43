import { decodeDetails, encodeDetails } from './yours/details-link.ts';
import { fillForm, readForm } from './yours/details-form.ts';
import { forget, readKept } from './yours/kept-details.ts';
import { Tool } from './yours/tool.ts';

/** Waits until nobody has typed for so long, in milliseconds: fitting a sheet takes an old machine as much. */
const PAUSE = 200;

const form = document.querySelector<HTMLFormElement>('form.yours__form');
const frame = document.querySelector<HTMLIFrameElement>('.yours__frame');
const status = document.querySelector<HTMLElement>('#yours-status');
if (form && frame && status) start(form, frame, status);

function start(form: HTMLFormElement, frame: HTMLIFrameElement, status: HTMLElement): void {
  const tool = new Tool({ form, frame, status });
  /** Does some work, and then says a word if there is one. A file that did not come is told instead. */
  const attempt = (work: Promise<void>, word?: string): Promise<void> =>
    work.then(
      () => {
        if (word !== undefined) tool.tell(word);
      },
      () => tool.tell('Failed'),
    );
  const fragment = location.hash.slice(1);
  const given = fragment === '' ? undefined : decodeDetails(fragment);
  fillForm(form, given ?? readKept() ?? {});
  void attempt(tool.choose(), fragment !== '' && !given ? 'Garbage' : undefined);

  let timer: number | undefined;
  form.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLSelectElement) return;
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void attempt(tool.change()), PAUSE);
  });
  form.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLSelectElement) void attempt(tool.choose());
    else if (target instanceof HTMLInputElement) void attempt(tool.change(target.name));
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void attempt(tool.print());
  });
  form.querySelector('#yours-forget')?.addEventListener('click', () => {
    forget();
    fillForm(form, {});
    tool.startAnew();
    history.replaceState(null, '', location.pathname);
    void attempt(tool.draw(), 'Forgotten');
  });
  form.querySelector('#yours-copy')?.addEventListener('click', () => {
    const link = `${location.href.split('#')[0]}#${encodeDetails(readForm(form))}`;
    void copy(link, form).then(() => tool.tell('Copied'));
  });
  window.addEventListener('resize', () => void tool.resize());
}

/** Copies the link; where a browser allows no script that, it stands ready to be copied by hand. */
async function copy(link: string, form: HTMLFormElement): Promise<void> {
  const field = form.querySelector<HTMLInputElement>('#yours-link');
  if (!field) return;
  field.value = link;
  field.hidden = false;
  try {
    await navigator.clipboard.writeText(link);
  } catch {
    field.select();
  }
}
