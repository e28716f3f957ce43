import type { Problem } from '../../src/problem.ts';
import type { DevEvent } from './dev-event.ts';

// Runs in the browser, on every page of `handouts dev` and on no other.
const script = document.currentScript;
const { version = '', view = '', sheet } = script instanceof HTMLScriptElement ? script.dataset : {};
const page = sheet ?? location.pathname;

const events = new EventSource(`/__dev/events?page=${encodeURIComponent(page)}&version=${version}`);
events.addEventListener('message', ({ data }: MessageEvent<string>) => {
  const { isChanged, problems } = JSON.parse(data) as DevEvent;
  if (isChanged && sheet === undefined) location.reload();
  else if (isChanged) document.querySelector<HTMLIFrameElement>('#sheet')?.contentWindow?.location.reload();
  // The page within the view of a sheet shows them already.
  if (sheet === undefined) show(problems);
});

/** Errors lie over the page, which is the last good one; warnings wait in a corner until they are asked for. */
function show(problems: readonly Problem[]): void {
  document.querySelector('handouts-problems')?.remove();
  const errors = problems.filter(({ level }) => level === 'error');
  const host = document.createElement('handouts-problems');
  // In a tree of its own, so that neither styles the other.
  const root = host.attachShadow({ mode: 'open' });
  const style = document.createElement('style');
  style.textContent = `:host{position:fixed;inset-block-end:0;inset-inline:0;z-index:2147483647;font:16px/1.5 system-ui;color:#111}
    a{background:#fff;color:#00f;padding:.25rem .5rem}details{background:#fff;border-block-start:6px solid #b58900;max-block-size:60vh;overflow:auto;padding:.5rem 1rem}
    details.error{border-color:#c00}summary{font-weight:bold;cursor:pointer}li{margin-block:.5rem}@media print{:host{display:none}}`;
  root.append(style);
  // Within that view, the sheet stands beside the page already.
  if (view !== '' && window === window.top) root.append(viewLink());
  if (problems.length > 0) root.append(problemList(problems, errors));
  document.body.append(host);
}

function viewLink(): HTMLElement {
  const link = document.createElement('a');
  link.href = view;
  link.textContent = 'sheet beside the page';
  return link;
}

function problemList(problems: readonly Problem[], errors: readonly Problem[]): HTMLElement {
  const details = document.createElement('details');
  details.dir = 'ltr';
  details.lang = 'en';
  details.open = errors.length > 0;
  details.className = errors.length > 0 ? 'error' : 'warning';
  const summary = document.createElement('summary');
  summary.textContent =
    errors.length > 0 ? `${errors.length} to mend; this is the last good page` : `${problems.length} to look at`;
  const list = document.createElement('ul');
  for (const problem of errors.length > 0 ? errors : problems) list.append(item(problem));
  details.append(summary, list);
  return details;
}

function item({ where, what, fix }: Problem): HTMLElement {
  const element = document.createElement('li');
  const place = document.createElement('b');
  place.textContent = where.line === undefined ? where.file : `${where.file}:${where.line}`;
  element.append(place, ` ${what} `, document.createElement('br'), `To mend it: ${fix}`);
  return element;
}
