import { escapeHtml } from '../../src/markup/escape-html.ts';
import { formatPlace, type Problem } from '../../src/problem.ts';
import type { ShownSheet } from './maker-messages.ts';

/** Where the server keeps what no published site has. */
export const DEV = '/__dev/';
/** The sheet beside its page, followed by the page's address. */
export const SHEET_VIEW = '/__sheet';

/**
 * Adds the script that loads a page anew when it changed and shows problems.
 * @param version of the page
 * @param view where its sheet is shown beside it, if it has one
 */
export function withClient(html: string, version: number, view = ''): string {
  const script = `<script src="${DEV}client.js" data-version="${version}" data-view="${escapeHtml(view)}"></script>`;
  return html.replace(/<\/body>|$/, (end) => script + end);
}

/** Stands in for a page that is not there: not yet, or because its address is wrong. */
export function missingPage(path: string, isBeginning: boolean): string {
  const text = isBeginning
    ? 'This page is being made, or waits for what is to be mended first. It appears by itself.'
    : `There is no page at ${escapeHtml(path)}. <a href="/">All languages</a>`;
  return withClient(shell('handouts dev', `<p>${text}</p>`), 0);
}

/** Tells why a sheet could not be printed. */
export function refusedSheet(problems: readonly Problem[]): string {
  const items = problems.map(
    ({ where, what, fix }) =>
      `<li><b>${escapeHtml(formatPlace(where))}</b><br>${escapeHtml(what)}<br>To mend it: ${escapeHtml(fix)}</li>`,
  );
  return shell('This sheet was not printed', `<h1>This sheet was not printed</h1><ul>${items.join('')}</ul>`);
}

/**
 * A page on the one side, the PDF that is printed from it on the other.
 * @param form of the PDF to show; the first if there is none of this name
 */
export function sheetView({ url, title, files }: ShownSheet, form: string | null): string {
  const shown = files.find((file) => file.form === form) ?? files[0];
  const links = files.map((file) =>
    file === shown
      ? `<b>${escapeHtml(file.form)}</b>`
      : `<a href="${SHEET_VIEW}${escapeHtml(url)}?form=${encodeURIComponent(file.form)}">${escapeHtml(file.form)}</a>`,
  );
  const sides = `<iframe title="page" src="${escapeHtml(url)}"></iframe><iframe title="sheet" id="sheet" src="/${escapeHtml(shown?.pdf ?? '')}"></iframe>`;
  return shell(
    title,
    `<nav><a href="${escapeHtml(url)}">page alone</a> ${links.join(' ')}</nav><main>${sides}</main><script src="${DEV}client.js" data-sheet="${escapeHtml(url)}"></script>`,
    'body{margin:0;display:flex;flex-direction:column;block-size:100vh}nav{padding:.5rem;display:flex;gap:1rem}main{flex:1;display:flex}iframe{flex:1;border:0;border-inline-start:1px solid #888}',
  );
}

function shell(title: string, body: string, css = 'body{margin:2rem}'): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><style>body{font:1rem/1.5 system-ui}${css}</style><body>${body}</body></html>`;
}
