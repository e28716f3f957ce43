import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';

/** A piece of marked content in reading order, and the language it is in. */
export interface ContentReference {
  /** Object number of its page. */
  page: string;
  mcid: number;
  lang: string;
}

/** Walks the structure tree: every piece of marked content in the order a screen reader meets it. */
export function readReadingOrder(document: PDFDocument): ContentReference[] {
  const root = document.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
  const found: ContentReference[] = [];
  const walk = (node: unknown, page: string, lang: string): void => {
    const value = node instanceof PDFRef ? document.context.lookup(node) : node;
    if (value instanceof PDFNumber) found.push({ page, mcid: value.asNumber(), lang });
    else if (value instanceof PDFArray) value.asArray().forEach((kid) => walk(kid, page, lang));
    else if (value instanceof PDFDict) {
      const ownPage = value.get(PDFName.of('Pg'))?.toString() ?? page;
      const mcid = value.get(PDFName.of('MCID'));
      if (mcid) walk(mcid, ownPage, lang);
      else walk(value.get(PDFName.of('K')), ownPage, textOf(value.get(PDFName.of('Lang'))) ?? lang);
    }
  };
  walk(root?.get(PDFName.of('K')), '', textOf(document.catalog.get(PDFName.of('Lang'))) ?? '');
  return found;
}

function textOf(value: unknown): string | undefined {
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined;
}
