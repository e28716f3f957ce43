import { type PDFiumLibrary } from '@hyzyla/pdfium';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The text of each page in the order of drawing, by pdf.js. */
export async function textByPdfjs(bytes: Uint8Array): Promise<string[]> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const texts = Array.from({ length: document.numPages }, async (_, index) => {
    const { items } = await (await document.getPage(index + 1)).getTextContent();
    return items.map((item) => ('str' in item ? item.str : '')).join(' ');
  });
  return Promise.all(texts);
}

/** The elements of each page and what they hold, by pdf.js. */
export async function tagsByPdfjs(bytes: Uint8Array): Promise<string[]> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  type Node = { role?: string; alt?: string; type?: string; children?: Node[] };
  const shown = ({ role, alt, type, children = [] }: Node): string =>
    type === undefined ? `${role}${alt ? ` "${alt}"` : ''}[${children.map(shown).join(' ')}]` : type;
  const trees = Array.from({ length: document.numPages }, async (_, index) => {
    const tree = (await (await document.getPage(index + 1)).getStructTree()) as Node;
    return shown(tree);
  });
  return Promise.all(trees);
}

/** Each page by PDFium: its text in the order of drawing, and the colours of its dots at 96 to the inch. */
export async function readByPdfium(
  pdfium: PDFiumLibrary,
  bytes: Uint8Array,
): Promise<{ text: string; width: number; height: number; dots: Uint8Array }[]> {
  const document = await pdfium.loadDocument(bytes);
  try {
    const pages = [];
    for (const page of document.pages()) {
      // Rendering closes the page.
      const text = page.getText();
      const { data, width, height } = await page.render({ scale: 96 / 72, render: 'bitmap' });
      pages.push({ text, width, height, dots: data.slice() });
    }
    return pages;
  } finally {
    document.destroy();
  }
}
