import type { Slot } from '../forms.ts';
import { SLOT_MARKER } from './slot-marker.ts';

/** The slot of a sheet's page, with the panel in it; it ends the page's content. */
const SLOT = /<div class="slot">[^]*<\/div>(?=\s*<\/div>\s*<\/main>)/;

/** Parts of a page that are never printed, and some of which name the clinic, or change with other pages. */
const WEBSITE_ONLY = [
  /<meta (?:property|name)="(?:og|twitter|article):[^>]*>\n/g,
  /<script type="application\/ld\+json">[^]*?<\/script>\n/g,
  /<section class="acts"[^]*?<\/section>\n/g,
  /<aside class="about"[^]*?<\/aside>\n/g,
];

/**
 * Takes the clinic's panel out of a sheet's page, so that the sheet is printed once for all clinics. In its place stands
 * a mark that the press finds in the PDF. What only the website has goes too: with it a sheet would be printed anew for
 * every change of a phone number.
 *
 * Input: `<div class="slot"><section class="panel">…</div></div></main>`
 * Output: `<div class="slot">` {@link SLOT_MARKER} `</div></div></main>`, of whole pages one mark for each
 * @throws {Error} for a page without a slot, which is a fault of its template
 */
export function emptySlot(html: string, slot: Slot): string {
  if (!SLOT.test(html)) throw new Error('A page to be printed for all clinics has no slot for a panel.');
  const pages = slot.kind === 'pages' ? slot.count : 0;
  const content =
    pages === 0
      ? SLOT_MARKER
      : Array.from({ length: pages }, () => `<div class="slot__page">${SLOT_MARKER}</div>`).join('');
  const printed = WEBSITE_ONLY.reduce((page, part) => page.replaceAll(part, ''), html);
  return printed
    .replace(SLOT, () => `<div class="slot">${content}</div>`)
    .replace('<html ', pages === 0 ? '<html ' : `<html data-slot-pages="${pages}" `);
}
