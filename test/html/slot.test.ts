import { beforeAll, describe, expect, it } from 'vitest';
import type { Slot } from '../../src/forms.ts';
import { emptySlot } from '../../src/html/slot.ts';
import { SLOT_MARKER } from '../../src/html/slot-marker.ts';
import { buildFixtureSite, pageAt, sheetOf } from './build-fixture-site.ts';

const page = (slot: string) =>
  `<html lang="en"><main id="main"><div class="sheet"><p>Text</p>${slot}\n</div>\n</main></html>`;
const PANEL = '<div class="slot"><section class="panel"><div>A</div><div>$&</div></section>\n</div>';
const REST: Slot = { kind: 'rest', preferred: 264, least: 120, ample: 264 };

describe('a page whose slot is emptied', () => {
  it('has a mark in the place of the panel, and all else as it was', () => {
    const empty = page(`<div class="slot">${SLOT_MARKER}</div>`);
    expect(emptySlot(page(PANEL), REST)).toBe(empty);
    expect(emptySlot(page(PANEL), { kind: 'box', height: 660 })).toBe(empty);
  });

  it('has a mark for each whole page that the panel may take', () => {
    const marked = `<div class="slot__page">${SLOT_MARKER}</div>`;
    expect(emptySlot(page(PANEL), { kind: 'pages', count: 2 })).toBe(
      page(`<div class="slot">${marked}${marked}</div>`).replace('<html ', '<html data-slot-pages="2" '),
    );
  });

  it('is refused without a slot, and with one in the midst of it', () => {
    const fault = 'A page to be printed for all clinics has no slot for a panel.';
    expect(() => emptySlot(page(''), REST)).toThrow(fault);
    expect(() => emptySlot(page(`${PANEL}<p>More</p>`), REST)).toThrow(fault);
  });
});

describe('a page of the site whose slot is emptied', () => {
  let pages: Map<string, string>;
  let words: string[];
  beforeAll(async () => {
    const built = await buildFixtureSite();
    pages = new Map(
      ['full', 'bare'].flatMap((clinic) =>
        ['en', 'ar'].map((locale) => {
          const { url } = sheetOf(built, `${clinic}/${locale}/water`);
          return [`${clinic} ${locale}`, emptySlot(pageAt(built, url), REST)] as const;
        }),
      ),
    );
    words = built.content.records.clinics.flatMap(({ name, phones }) => [
      ...phones.map(({ number }) => number.display),
      name,
    ]);
  });

  it('says nothing of a clinic, neither in its text nor around it', () => {
    for (const html of pages.values()) {
      expect(words.filter((word) => html.includes(word))).toEqual([]);
      expect(html).toContain(SLOT_MARKER);
    }
  });
});
