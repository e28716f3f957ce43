import type { PDFPage, PDFRef } from '@cantoo/pdf-lib';
import { readPageText, type Run } from '../read-page-text.ts';
import type { Draft } from './draft.ts';
import type { ContentClaim } from './structure-elements.ts';

/** Answers what the content says that elements claim. A page is read when it is first asked for. */
export function createTextLookup({ contents, fonts }: Draft): (claim: ContentClaim) => Run[] {
  const pages = new Map([...contents.keys()].map((page) => [page.ref, page]));
  const texts = new Map<PDFRef, ReadonlyMap<number, Run[]>>();
  const read = (page: PDFPage) => readPageText(contents.get(page) ?? [], fonts.fontsOf(page.node.Resources())).marked;
  return ({ page: ref, mcid }) => {
    const page = pages.get(ref);
    const text = texts.get(ref) ?? (page ? read(page) : new Map<number, Run[]>());
    texts.set(ref, text);
    return text.get(mcid) ?? [];
  };
}
