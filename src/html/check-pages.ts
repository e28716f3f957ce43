import { defaultTreeAdapter, type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { LanguageTools } from '../i18n/language-tools.ts';
import type { Problem } from '../problem.ts';
import type { Sheet } from './build-sheets.ts';
import { compareTexts, findRefusedTexts } from './compare-texts.ts';
import { expectedFile } from './expected-file.ts';
import type { RenderedFile } from './render-site.ts';

/** Reads every sheet's page back and compares it with the content, before anything is printed from it. */
export function checkPages(
  sheets: readonly Sheet[],
  pages: readonly RenderedFile[],
  tools: ReadonlyMap<string, LanguageTools>,
): Problem[] {
  const byUrl = new Map(pages.map((page) => [page.url, page]));
  return sheets.flatMap((sheet) => {
    // Forms that share a page hold the same words.
    const files = new Map(sheet.files.map((file) => [file.url, file]));
    return [...files.values()].flatMap((file) => {
      const page = byUrl.get(file.url);
      if (!page) throw new Error(`No page was rendered for ${file.url}.`);
      const { texts, refused } = expectedFile(sheet, file, tools);
      const found = { path: page.path, text: readSheetText(page.content) };
      return [...compareTexts(found, texts), ...findRefusedTexts(found, refused)];
    });
  });
}

/** Parts of a page's content that only the website has, by class. */
export const NOT_PRINTED = new Set(['sheet__print', 'sheet__forms', 'acts']);

/** The words of a page that stand on its sheet, in the order of the page. */
export function readSheetText(html: string): string {
  const pieces: string[] = [];
  const visit = (node: DefaultTreeAdapterTypes.Node, isSheet: boolean): void => {
    if (defaultTreeAdapter.isTextNode(node)) {
      if (isSheet) pieces.push(node.value);
    } else if ('childNodes' in node) {
      const names = 'attrs' in node ? (node.attrs.find(({ name }) => name === 'class')?.value ?? '').split(' ') : [];
      if (names.some((name) => NOT_PRINTED.has(name))) return;
      for (const child of node.childNodes) visit(child, isSheet || node.nodeName === 'main');
      // Two blocks are two words, also where nothing stands between their tags.
      pieces.push(' ');
    }
  };
  visit(parse(html), false);
  return pieces.join('');
}
