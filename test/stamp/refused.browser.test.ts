import { PDFDict, PDFName } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SLOT_ADDRESS, SLOT_MARKER } from '../../src/html/slot-marker.ts';
import { UnrepairableError } from '../../src/pdf/repair/unrepairable.ts';
import { compileBase } from '../../src/stamp/compile-base.ts';
import { compilePanels } from '../../src/stamp/compile-panels.ts';
import { CLINICS, panelHtml, panelsHtml, sheetHtml } from './sample-pages.ts';
import { SamplePrinter } from './sample-printer.ts';
import { SAMPLE_TEXTS } from './sample-texts.ts';

const TEXTS = SAMPLE_TEXTS.en;
const [PANEL = '', SECOND = ''] = CLINICS.map((clinic) => panelHtml(TEXTS, clinic));

let printer: SamplePrinter;
beforeAll(async () => (printer = await SamplePrinter.open()));
afterAll(() => printer.close());

/** Why something is refused, in words. */
async function refusalOf(compiled: Promise<unknown>): Promise<string> {
  const failure = await compiled.then(() => 'It was not refused.').catch((reason: unknown) => reason);
  return failure instanceof UnrepairableError ? failure.message : String(failure);
}

const sheetRefusal = (html: string): Promise<string> =>
  refusalOf(printer.base(html, TEXTS).then((draft) => compileBase(draft, { anchor: 'bottom' })));

const panelsRefusal = (panels: string[], styles = ''): Promise<string> =>
  refusalOf(printer.panels(`${panelsHtml(TEXTS, panels)}<style>${styles}</style>`, TEXTS).then(compilePanels));

describe('a sheet is refused', () => {
  const sheet = sheetHtml(TEXTS, 'mid-page');

  it('without a slot', async () => {
    expect(await sheetRefusal(sheetHtml(TEXTS, 'mid-page', '<p>Nothing</p>'))).toMatchInlineSnapshot(
      `"The PDF has no slot for a panel."`,
    );
  });

  it('with a slot that runs over its page', async () => {
    expect(await sheetRefusal(sheet.replace('height: 300px', 'height: 1500px'))).toMatchInlineSnapshot(
      `"The slot for the panel was printed in 2 pieces, as if it ran over a page."`,
    );
  });

  it('with two slots on a page', async () => {
    expect(await sheetRefusal(sheet.replace('</main>', `${SLOT_MARKER}</main>`))).toMatchInlineSnapshot(
      `"Page 1 has 2 slots for the panel instead of one."`,
    );
  });

  it('with slots for more pages than a panel may have', async () => {
    const pages = Array.from({ length: 7 }, () => `<div style="break-before: page">${SLOT_MARKER}</div>`);
    expect(await sheetRefusal(sheetHtml(TEXTS, 'mid-page', pages.join('')))).toMatchInlineSnapshot(
      `"The PDF has 7 slots; a panel has 6 pages at most."`,
    );
  });

  it('with a slot that reaches over the edge of its page', async () => {
    const far = printer.base(sheet, TEXTS).then((draft) => {
      const [marker] = draft.document.getPages().flatMap(({ node }) => node.Annots()?.lookup(1, PDFDict) ?? []);
      marker?.set(PDFName.of('Rect'), draft.document.context.obj([-9, 500, 471, 725]));
      return compileBase(draft, { anchor: 'bottom' });
    });
    expect(await refusalOf(far)).toMatchInlineSnapshot(`"The slot for the panel reaches over the edge of its page."`);
  });

  it('with a marker that is no heading', async () => {
    const marker = `<p class="slot__marker"><a href="${SLOT_ADDRESS}">&nbsp;</a></p>`;
    expect(await sheetRefusal(sheetHtml(TEXTS, 'mid-page', marker))).toMatchInlineSnapshot(
      `"The marker of the slot for the panel is not tagged as a heading that is a link."`,
    );
  });

  it('with a marker that has words beside its link', async () => {
    const marker = SLOT_MARKER.replace('</h2>', 'here</h2>');
    expect(await sheetRefusal(sheetHtml(TEXTS, 'mid-page', marker))).toMatchInlineSnapshot(
      `"The marker of the slot for the panel is not tagged as a heading that is a link."`,
    );
  });

  it('with a heading right below the slot that would count as one of the panel', async () => {
    expect(await sheetRefusal(sheet.replace('<section>', '<h3>More</h3><section>'))).toMatchInlineSnapshot(
      `"A heading below the slot for the panel is of a lower level, as if it were of the panel."`,
    );
  });

  it('with a half-transparent text', async () => {
    const faint = sheet.replace('<section>', '<section style="opacity: 0.5">');
    expect(await sheetRefusal(faint)).toMatchInlineSnapshot(
      `"The PDF has a text that is half transparent, or drawn with a filter."`,
    );
  });
});

describe('panels are refused', () => {
  it('that are two on a page, or none', async () => {
    const short = '<section><h2>River Clinic</h2><p>Call us</p></section>';
    expect(await panelsRefusal([`${short}${short}`, PANEL, ''])).toMatchInlineSnapshot(
      `"Page 1 has 2 elements instead of one panel. Page 3 has 0 elements instead of one panel."`,
    );
  });

  it('that go on to the page of another one', async () => {
    expect(
      await panelsRefusal([PANEL, SECOND], '.page { display: block } .panel { line-height: 60px }'),
    ).toMatchInlineSnapshot(`"Page 2 has 2 elements instead of one panel."`);
  });

  it('that take more pages than any sheet has slots', async () => {
    const long = PANEL.replace('<table', `${'<p style="height: 300px">Long</p>'.repeat(7)}<table`);
    expect(await panelsRefusal([SECOND, long], '.page { display: block; height: auto }')).toMatchInlineSnapshot(
      `"The panel on page 2 takes 8 pages; a sheet has room for 6."`,
    );
  });

  it('that have no heading of their own, or one that would be below the heading of another panel', async () => {
    const [without, lower] = [PANEL.replaceAll(/<(\/?)h[23]/g, '<$1p'), PANEL.replaceAll('h2', 'h3')];
    expect(await panelsRefusal([PANEL, without, lower])).toMatchInlineSnapshot(
      `"The panel on page 2 needs a heading first that is of no lower level than its others. The panel on page 3 needs a heading first that is of no lower level than its others."`,
    );
  });

  it('that have a link to a place in their own document, or more texts than a slot takes in', async () => {
    const within = PANEL.replace('</p>', ' <a href="#river-clinic">more</a></p>');
    const words = Array.from({ length: 300 }, (_, index) => `<p style="position: absolute; top: 0">${index}</p>`);
    const long = SECOND.replace('<h2', `<div style="position: relative">${words.join('')}</div><h2`);
    expect(await panelsRefusal([within, PANEL.replaceAll('river', 'other'), long])).toMatchInlineSnapshot(
      `"On page 1, the panel has a link to a place in its own document, which no sheet has. On page 3, the panel has 315 pieces of text; a slot takes in 256."`,
    );
  });

  it('with something so wide that Chromium made their page smaller', async () => {
    expect(await panelsRefusal([PANEL], '.panel p { width: 700px; background: #eee }')).toMatchInlineSnapshot(
      `"The PDF has a panel that was made smaller, because something in it is too wide."`,
    );
  });

  it('that have a half-transparent text', async () => {
    expect(await panelsRefusal([PANEL], '.panel p { opacity: 0.5 }')).toMatchInlineSnapshot(
      `"The PDF has a text that is half transparent, or drawn with a filter."`,
    );
  });
});
