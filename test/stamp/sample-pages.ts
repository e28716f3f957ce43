import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SLOT_MARKER } from '../../src/html/slot-marker.ts';
import type { SampleTexts } from './sample-texts.ts';

const FONTS = join(import.meta.dirname, '../../node_modules/@fontsource');

/** A clinic on a sample panel. */
export interface SampleClinic {
  /** In English, on every panel. */
  name: string;
  phone: string;
  hasLogo?: boolean;
}

export const CLINICS: SampleClinic[] = [
  { name: 'River Clinic', phone: '1-800-555-0101' },
  { name: 'Hill House', phone: '1-800-555-0102', hasLogo: true },
  { name: 'Lake View Kidney Centre', phone: '1-800-555-0103' },
];

/** Where the slot of a sheet is. */
export type SlotPlace = 'foot of the page' | 'mid-page' | 'page 2 of 3';

/** Size of the slot, and height of the panels' pages, in CSS pixels: multiples of 8, which Chromium does not round. */
const [WIDTH, HEIGHT, PAGE_HEIGHT] = [640, 300, 336];

const A_DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** A panel with all that may stand on one. */
export function panelHtml(
  { programs, columns, row, call }: SampleTexts,
  { name, phone, hasLogo }: SampleClinic,
): string {
  const id = name.toLowerCase().replaceAll(' ', '-');
  const logo = hasLogo ? `<img src="data:image/png;base64,${A_DOT}" alt="" width="24" height="24">` : '';
  return `<section class="panel" aria-labelledby="${id}">
    ${logo}<h2 id="${id}" lang="en">${name}</h2>
    <p>${call} <a href="tel:${phone.replaceAll('-', '')}"><bdi>${phone}</bdi></a>, <strong>24/7</strong></p>
    <table><thead><tr>${columns.map((one) => `<th scope="col">${one}</th>`).join('')}</tr></thead>
    <tbody><tr>${row.map((one) => `<td>${one}</td>`).join('')}</tr></tbody></table>
    <svg role="img" aria-label="${name} QR" viewBox="0 0 3 3" width="48" height="48"><path d="M0 0h1v1h-1zM2 1h1v2h-1z"/></svg>
    <h3>${programs[0]}</h3><p>${row[0]}</p><h3>${programs[1]}</h3><ul><li>${row[1]}</li></ul>
  </section>`;
}

/** A sheet with a panel in its place, or with the marker of a slot. */
export function sheetHtml(texts: SampleTexts, place: SlotPlace, panel: string = SLOT_MARKER): string {
  const { title, paragraph, later, columns, row } = texts;
  const slot = `<div class="slot">${panel}</div>`;
  const table = `<table><thead><tr>${columns.map((one) => `<th scope="col">${one}</th>`).join('')}</tr></thead>
    <tbody><tr>${row.map((one) => `<td>${one}</td>`).join('')}</tr></tbody></table>`;
  const start = `<h1>${title}</h1><p>${paragraph} <a href="https://example.org/">example.org</a></p>`;
  const end = `<section><h2>${later}</h2><p>${paragraph}</p>${table}</section>`;
  const newPage = '<div style="break-after: page"></div>';
  const parts = {
    'foot of the page': [start, end, `<div class="foot">${slot}</div>`],
    'mid-page': [start, slot, end],
    'page 2 of 3': [start, newPage, `<p>${paragraph}</p>`, slot, `<p>${paragraph}</p>`, newPage, end],
  };
  return page(texts, `size: Letter; margin: 48px`, `<main>${parts[place].join('')}</main>`);
}

/** Panels, each at the foot of a page of its own. */
export function panelsHtml(texts: SampleTexts, panels: readonly string[], anchor: 'top' | 'bottom' = 'bottom'): string {
  const pages = panels.map((panel) => `<div class="page ${anchor}">${panel}</div>`);
  return page(texts, `size: ${WIDTH}px ${PAGE_HEIGHT}px; margin: 0`, pages.join(''));
}

/** All lines are whole pixels high, so that the slot is at a whole pixel, as those of the press are. */
const STYLES = `
  body { margin: 0; font: 16px/22px Sample; }
  h1 { margin: 0; font-size: 30px; line-height: 40px; }
  p, h2, h3, ul, table { margin: 0; }
  h2, h3 { font-size: 18px; line-height: 24px; }
  .slot { width: ${WIDTH}px; height: ${HEIGHT}px; display: flex; flex-direction: column; justify-content: end; }
  .slot__marker { height: 100%; }
  .slot__marker a { display: block; height: 100%; }
  .foot { position: absolute; bottom: 0; }
  .page { height: ${PAGE_HEIGHT}px; display: flex; flex-direction: column; justify-content: end; }
  .top { justify-content: start; }
  .page + .page { break-before: page; }
  .panel { border: 1px solid #333; background: #eef; padding: 4px; box-sizing: border-box; width: ${WIDTH}px; }
  .panel p { color: #333; }
`;

function page({ lang, dir, title, fonts }: SampleTexts, atPage: string, body: string): string {
  const faces = fonts.flatMap(([name, part]) => [400, 700].map((weight) => face(name, part, weight)));
  const style = `${faces.join('')} @page { ${atPage} } ${STYLES}`;
  return `<!doctype html><html lang="${lang}" dir="${dir}"><title>${title}</title><style>${style}</style>${body}</html>`;
}

/** Fonts of one family, one for each script: the first one that has a letter draws it. */
function face(name: string, part: string, weight: number): string {
  const file = join(FONTS, `${name}/files/${name}-${part}-${weight}-normal.woff2`);
  const range = { latin: 'U+0-2FF', arabic: 'U+600-6FF', khmer: 'U+1780-17FF' }[part] ?? 'U+2000-FFFF';
  const source = `url(data:font/woff2;base64,${readFileSync(file).toString('base64')})`;
  return `@font-face { font-family: Sample; font-weight: ${weight}; unicode-range: ${range}; src: ${source}; }`;
}
