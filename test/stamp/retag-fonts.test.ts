import { PDFDict, PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { retagFonts } from '../../src/stamp/retag-fonts.ts';

/** What fonts are called after their tags were changed; each of them is named in two objects. */
async function renamed(names: readonly string[]): Promise<string[]> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const { context } = document;
  for (const BaseFont of names) {
    context.register(context.obj({ Type: 'Font', BaseFont }));
    context.register(context.obj({ Type: 'FontDescriptor', FontName: BaseFont }));
  }
  retagFonts(document);
  const dicts = context.enumerateIndirectObjects().flatMap(([, one]) => (one instanceof PDFDict ? one : []));
  return dicts.flatMap((dict) => /\/(?:BaseFont|FontName) \/(\S+)/.exec(dict.toString())?.[1] ?? []);
}

describe('the fonts of panels', () => {
  it('get tags of their own, each the same wherever it is named', async () => {
    const names = ['AAAAAA+NotoSans-Bold', 'BAAAAA+NotoSans-Bold'];
    expect(await renamed(names)).toEqual([
      ...['PANEAA+NotoSans-Bold', 'PANEAA+NotoSans-Bold'],
      ...['PANEAB+NotoSans-Bold', 'PANEAB+NotoSans-Bold'],
    ]);
  });

  it('are told apart by their tags, however many they are', async () => {
    const names = Array.from({ length: 60 }, (_, index) => `${String.fromCharCode(65 + (index % 26))}AAAAA+F${index}`);
    const tags = await renamed(names);
    expect(new Set(tags.map((tag) => tag.slice(0, 6))).size).toBe(60);
  });

  it('keep their names where they are whole fonts', async () => {
    expect(await renamed(['Helvetica'])).toEqual(['Helvetica', 'Helvetica']);
  });
});
