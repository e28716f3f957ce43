import { chooseFiles, type OfferedFile } from './choose-files.ts';
import { loadFiles, MissingFiles } from './load-files.ts';
import { zipFiles } from './zip-files.ts';

const form = document.querySelector<HTMLFormElement>('#print-shop');
if (form && 'fetch' in window && 'URL' in window) setUp(form);

/** Lets staff choose among the files that the page lists, and makes one zip file of them. Nothing is remembered. */
function setUp(form: HTMLFormElement): void {
  const offered = [...document.querySelectorAll<HTMLAnchorElement>('a[data-bytes]')].map(readOffer);
  const chosen = (): OfferedFile[] =>
    chooseFiles(offered, {
      language: ticked(form, 'language'),
      handout: ticked(form, 'handout'),
      form: ticked(form, 'form'),
    });
  const show = (): void => {
    withdrawZip();
    showChosen(chosen(), form.dataset);
  };

  for (const button of form.querySelectorAll<HTMLButtonElement>('button[data-choose]')) {
    button.addEventListener('click', () => {
      const tags = (button.dataset.choose ?? '').split(' ');
      for (const box of boxes(form, 'language')) box.checked = tags.includes(box.value);
      show();
    });
  }
  form.addEventListener('change', show);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const files = chosen();
    void makeZip(files, form, () => chosen().length === files.length && chosen().every((file) => files.includes(file)));
  });
  form.hidden = false;
  show();
}

function readOffer(link: HTMLAnchorElement): OfferedFile {
  const { language = '', handout = '', form = '', bytes } = link.dataset;
  return { language, handout, form, address: link.href, title: link.textContent ?? '', bytes: Number(bytes) };
}

function boxes(form: HTMLFormElement, name: string): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`)];
}

function ticked(form: HTMLFormElement, name: string): string[] {
  return boxes(form, name)
    .filter(({ checked }) => checked)
    .map(({ value }) => value);
}

/** @param isWanted whether the choice is still the one the zip file is made of */
async function makeZip(files: readonly OfferedFile[], form: HTMLFormElement, isWanted: () => boolean): Promise<void> {
  if (files.length === 0) return;
  const { making = '', ready = '', failed = '', date = '' } = form.dataset;
  const button = element<HTMLButtonElement>('print-shop-make');
  const say = (text: string): void => {
    if (isWanted()) element('print-shop-progress').textContent = text;
  };
  withdrawZip();
  button.disabled = true;
  try {
    const loaded = await loadFiles(files, (done) =>
      say(making.replace('{done}', String(done)).replace('{count}', String(files.length))),
    );
    if (isWanted()) offerZip(zipFiles(loaded, date));
    say(ready);
  } catch (problem) {
    if (!(problem instanceof MissingFiles)) throw problem;
    say(failed.replace('{files}', () => problem.names.join(', ')));
  } finally {
    button.disabled = false;
  }
}

function offerZip(zip: Blob): void {
  const link = element<HTMLAnchorElement>('print-shop-zip');
  link.href = URL.createObjectURL(zip);
  link.hidden = false;
}

/** A zip file of another choice must not be taken for one of this. */
function withdrawZip(): void {
  const link = element<HTMLAnchorElement>('print-shop-zip');
  if (link.href !== '') URL.revokeObjectURL(link.href);
  link.removeAttribute('href');
  link.hidden = true;
  element('print-shop-progress').textContent = '';
}

function showChosen(
  files: readonly OfferedFile[],
  { chosen = '', nothing = '', save = '', open = '' }: DOMStringMap,
): void {
  const megabytes = (files.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6).toFixed(1);
  element('print-shop-chosen').textContent =
    files.length === 0 ? nothing : chosen.replace('{count}', String(files.length)).replace('{size}', megabytes);
  element<HTMLButtonElement>('print-shop-make').disabled = files.length === 0;
  const place = element('print-shop-files');
  place.hidden = files.length === 0;
  const list = place.querySelector('ul');
  if (list) list.textContent = '';
  for (const file of files) list?.appendChild(fileItem(file, { save, open }));
}

function fileItem({ title, address }: OfferedFile, { save, open }: { save: string; open: string }): HTMLElement {
  const item = document.createElement('li');
  item.appendChild(document.createTextNode(`${title} – `));
  const links = [save, open].map((text) => {
    const link = document.createElement('a');
    link.href = address;
    link.textContent = text;
    // Read alone, in a list of links, it says which file it is about.
    link.setAttribute('aria-label', `${text}: ${title}`);
    return link;
  });
  const [saving, opening] = links;
  if (saving) saving.download = '';
  if (opening) Object.assign(opening, { target: '_blank', rel: 'noopener' });
  links.forEach((link, index) => {
    if (index > 0) item.appendChild(document.createTextNode(' · '));
    item.appendChild(link);
  });
  return item;
}

function element<E extends HTMLElement = HTMLElement>(id: string): E {
  const found = document.querySelector<E>(`#${id}`);
  if (!found) throw new Error(`The page has no #${id}.`);
  return found;
}
