import { PDFDict, PDFName, type PDFPage, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import { zlibSync } from 'fflate';
import type { Operation } from '../content-stream.ts';
import { decodeStream } from '../decode-stream.ts';
import { isKnownInText } from '../letters/read-letters.ts';
import { recodePage } from '../letters/recode-page.ts';
import { readReadingOrder } from '../read-structure.ts';
import type { Draft, RepairStep } from './draft.ts';
import { openFonts } from './merged-fonts.ts';

/**
 * Lets every program read what the pages say. Chromium draws a cluster of letters with several glyphs and puts its text
 * into a span around them (`ActualText`), which pdf.js and many others do not know; here each cluster is one glyph with
 * a code, and the code says the text. Right-to-left lines are put into the order of reading.
 *
 * Before: `/Span <</ActualText <FEFF179F17BC>>> BDC`, `<004F> Tj`, `14.75 -.42 Td`, `<0071> Tj`, `EMC`
 * After: `<002A002B> Tj`, and in `ToUnicode` `<002A> <179F>` and `<002B> <17BC>`
 */
export const recodeText: RepairStep = (draft) => {
  const fonts = [...draft.contents.values()].every(hasKnownTexts) ? openFonts(draft.document) : undefined;
  // With a font of another kind, each glyph keeps its code, and ActualText says what it says.
  if (!fonts) return silenceGlyphs(draft);
  const isRtl = createDirectionLookup(draft);
  for (const [page, operations] of draft.contents) {
    const sources = fonts.sourcesOf(page.node.Resources());
    const context = { sources, fonts: fonts.fontsOf(sources), isRtl: (mcid?: number) => isRtl(page, mcid) };
    draft.contents.set(page, recodePage(operations, context));
  }
  fonts.write();
};

function hasKnownTexts(operations: readonly Operation[]): boolean {
  let isInText = false;
  return operations.every((operation) => {
    isInText = operation.operator === 'BT' || (isInText && operation.operator !== 'ET');
    return !isInText || isKnownInText(operation);
  });
}

const RTL_SCRIPTS = new Set(['Arab', 'Hebr', 'Nkoo', 'Syrc', 'Thaa', 'Rohg', 'Adlm']);

/** Tells the direction of content by the language of its element; of what no element claims, by that of the sheet. */
function createDirectionLookup({ document, identity }: Draft): (page: PDFPage, mcid?: number) => boolean {
  const isRtlLang = (lang: string) => {
    if (lang === '' || lang === identity.lang) return identity.dir === 'rtl';
    return RTL_SCRIPTS.has(new Intl.Locale(lang).maximize().script ?? '');
  };
  const langs = new Map(readReadingOrder(document).map(({ page, mcid, lang }) => [`${page} ${mcid}`, lang]));
  return ({ ref }, mcid) => isRtlLang(langs.get(`${ref.toString()} ${mcid}`) ?? '');
}

/** What Chromium writes for a glyph that is only a part of letters, and what PDF/UA does not allow (ISO 14289-1, 7.21.7). */
const NO_TEXT = /(<[0-9A-Fa-f]{4}>\s*)<(?:0000|FEFF|FFFE)>/gi;

/**
 * Gives glyphs without a text one that is not seen.
 *
 * Before: `<0122> <0000>`
 * After: `<0122> <2060>`, a word joiner: where a line may not break, and no word ends
 */
const silenceGlyphs: RepairStep = ({ document: { context } }) => {
  for (const [, object] of context.enumerateIndirectObjects()) {
    const ref = object instanceof PDFDict ? object.get(PDFName.of('ToUnicode')) : undefined;
    const stream = ref && context.lookup(ref);
    if (!(ref instanceof PDFRef) || !(stream instanceof PDFRawStream)) continue;
    const map = decodeStream(stream).toString('latin1');
    const mended = map.replaceAll(NO_TEXT, '$1<2060>');
    if (mended === map) continue;
    const packed = zlibSync(Buffer.from(mended, 'latin1'), { level: 9 });
    context.assign(ref, context.stream(packed, { Filter: 'FlateDecode' }));
  }
};
