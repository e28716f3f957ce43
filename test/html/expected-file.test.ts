import { parse } from 'parse5';
import { beforeAll, describe, expect, it } from 'vitest';
import { FORM_NAMES, FORMS } from '../../src/forms.ts';
import { comparable } from '../../src/html/compare-texts.ts';
import { type ExpectedFile, expectedFile } from '../../src/html/expected-file.ts';
import { expectedLinks, expectedTexts, stepNumbers } from '../../src/html/expected-text.ts';
import { type BuiltSite, buildFixtureSite, EVERYTHING, fileOf, pageAt, sheetOf } from './build-fixture-site.ts';
import { withLanguages } from './more-languages.ts';
import { textOf } from './page-elements.ts';

let built: BuiltSite;
beforeAll(async () => {
  built = await buildFixtureSite(await withLanguages('fa', 'zh-Hant'), { ...EVERYTHING, today: '2030-01-01' });
});

const expectedOf = (id: string, form: (typeof FORM_NAMES)[number]): ExpectedFile =>
  expectedFile(sheetOf(built, id), { form: FORMS[form] }, built.content.tools);
const wordsOf = ({ texts }: ExpectedFile): string[] => texts.map(({ text }) => text);
const TRANSLATED = ['full/ar/water', 'full/ar/walking', 'bare/ar/water', 'full/fa/walking', 'bare/zh-Hant/walking'];

describe('what a file of a sheet must hold', () => {
  it.each(FORM_NAMES.filter((name) => name !== 'bilingual'))('is what the sheet holds, in the form %s', (form) => {
    const sheet = sheetOf(built, 'full/ar/water');
    const tools = built.content.tools.get('ar');
    expect(expectedOf('full/ar/water', form)).toEqual({
      texts: tools && expectedTexts(sheet, tools),
      links: expectedLinks(sheet),
      stepNumbers: stepNumbers(sheet),
    });
  });

  it('is the sheet alone where there is nothing to stand beside it', () => {
    expect(expectedOf('full/en/water', 'bilingual')).toEqual(expectedOf('full/en/water', 'standard'));
  });

  it.each(TRANSLATED)('is every word of both languages, in the bilingual form of %s', (id) => {
    const both = wordsOf(expectedOf(id, 'bilingual'));
    const original = sheetOf(built, id).original?.id ?? '';
    // Staff read the original beside it, so that no line names the sheet in English.
    const own = wordsOf(expectedOf(id, 'standard')).filter((text) => !/^Arabic|^Farsi|^Traditional/.test(text));
    const missing = [...own, ...wordsOf(expectedOf(original, 'standard'))].filter((text) => !both.includes(text));
    // The QR code is there once, with its caption in the reader’s language.
    expect(missing).toEqual(['Scan to read this sheet on a phone']);
  });

  it.each(TRANSLATED)('stands on its page in just this order, in the bilingual form of %s', (id) => {
    const page = comparable(textOf(parse(pageAt(built, fileOf(sheetOf(built, id), 'bilingual').url))));
    let position = 0;
    for (const text of wordsOf(expectedOf(id, 'bilingual'))) {
      const found = page.indexOf(comparable(text), position);
      expect(found, `"${text}" after "${page.slice(0, position).slice(-40)}"`).toBeGreaterThanOrEqual(0);
      position = found + comparable(text).length;
    }
  });

  it('goes section by section, each in both languages, and names the file of each', () => {
    const { texts } = expectedOf('full/ar/walking', 'bilingual');
    const steps = texts.filter(({ text }) => /Put on|البسوا|Walk in|امشوا في/.test(text));
    expect(steps.map(({ where }) => where.file.split('/').at(-1))).toEqual(['ar.md', 'en.md', 'ar.md', 'en.md']);
    expect(steps.every(({ where }) => (where.line ?? 0) > 1)).toBe(true);
    const press = texts.filter(({ where }) => where.file.startsWith('locales/')).map(({ where }) => where.file);
    expect(new Set(press)).toEqual(new Set(['locales/ar/ui.json', 'locales/en/ui.json']));
  });

  it('has the links and step numbers of both languages, each once', () => {
    const { links, stepNumbers: steps } = expectedOf('full/fa/walking', 'bilingual');
    expect(links).toEqual([...new Set(links)]);
    expect(links).toEqual(expect.arrayContaining(expectedLinks(sheetOf(built, 'full/en/walking'))));
    expect(steps).toEqual(['1', '2', '3']);
  });
});
