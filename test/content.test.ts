import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { allSections, type HandoutText, type Section } from '../src/handout/handout.ts';
import { toLatinDigits } from '../src/i18n/digits.ts';
import { type Catalogue, catalogueFile, flattenCatalogue } from '../src/i18n/messages.ts';
import { type Content, readContent } from '../src/read-content.ts';
import { readMeantToBeSame } from '../src/translation/check-untranslated.ts';
import { fixtureSettings, PROJECT } from './fixture-site.ts';

const content: Content = await readContent(await fixtureSettings(PROJECT));
const texts = content.handouts.flatMap((handout) => handout.texts.map((text) => ({ handout, text, name: text.file })));
const tags = content.languages.map(({ tag }) => tag);
const inEach = <T>(text: HandoutText, of: (section: Section) => T): T[] => allSections(text.sections).map(of);
const wordsOf = (text: HandoutText): string[] => [
  text.title.text,
  text.summary.text,
  ...inEach(text, ({ blocks, pictures }) => [
    ...blocks.map((block) => block.text),
    ...pictures.map(({ alt }) => alt),
  ]).flat(),
];

/** Rows marked WRONG in the study of the first texts: they must never come back. */
const WRONG_PHRASES = [
  'calcium-binding',
  'undigested',
  'non profit organization',
  'does not have any kind of kidney',
  'do not have any kind of kidney',
];

describe('the shipped content', () => {
  it.each(content.handouts)('has $id in every language of the list', ({ texts: ofHandout }) => {
    expect(ofHandout.map(({ locale }) => locale)).toEqual(tags);
  });

  it.each(texts)('keeps every section of the source in $name', ({ handout, text }) => {
    const idsOf = (of: HandoutText) => inEach(of, ({ id, kind }) => ({ id, kind }));
    expect(idsOf(text)).toEqual(idsOf(handout.source));
  });

  it.each(texts)('shows no leftover of its markup in $name', ({ text }) => {
    expect(wordsOf(text).filter((words) => /[*_{}[\]#<>\\`\uFFFD]/.test(words))).toEqual([]);
  });

  it.each(texts)('keeps the numbers of the source in $name', ({ handout, text }) => {
    const numbersOf = (of: HandoutText) =>
      inEach(of, ({ blocks }) => blocks.flatMap((block) => toLatinDigits(block.text).match(/\d+/g) ?? []).sort());
    expect(numbersOf(text)).toEqual(numbersOf(handout.source));
  });

  it.each(texts)('leaves no text of the source empty in $name', ({ handout, text }) => {
    const filled = (of: HandoutText) => inEach(of, ({ blocks }) => blocks.map((block) => block.text.trim() !== ''));
    expect(filled(text)).toEqual(filled(handout.source));
  });

  it.each(texts)('keeps the pictures and the lines to write on of the source in $name', ({ handout, text }) => {
    const shownIn = (of: HandoutText) =>
      inEach(of, ({ pictures, writeLines }) => ({
        pictures: pictures.map(({ name, alt }) => ({ name, hasWords: alt !== '' })),
        writeLines,
      }));
    expect(shownIn(text)).toEqual(shownIn(handout.source));
  });

  it('shows every picture somewhere', () => {
    const shown = content.handouts.flatMap(({ source }) => inEach(source, ({ pictures }) => pictures).flat());
    const unused = readdirSync(join(PROJECT, 'content/pictures')).filter(
      (file) => !shown.some(({ name }) => name === file),
    );
    expect(unused).toEqual([]);
  });
});

describe('the numbers of a language with digits of its own', () => {
  const latin = new Set(content.languages.filter(({ digits }) => digits === 'latn').map(({ tag }) => tag));

  it.each(texts.filter(({ text }) => !latin.has(text.locale)))('are written in them in $name', ({ text }) => {
    const own = [text.title, text.summary, ...inEach(text, ({ blocks }) => blocks).flat()].map((block) => block.own);
    // Digits of Latin words, such as those of B12, are Latin.
    const bare = own.flatMap((words) => words.match(/(?<![\p{Script=Latin}\d-])\d+(?![ \d]*\p{Script=Latin})/gu) ?? []);
    expect(bare).toEqual([]);
  });
});

describe('the interface strings', () => {
  const read = (tag: string): Map<string, string> =>
    flattenCatalogue(JSON.parse(readFileSync(join(PROJECT, catalogueFile(tag)), 'utf8')) as Catalogue);
  const english = read('en');
  /** What only staff read is there in English only. */
  const forReaders = [...english.keys()].filter((key) => !key.startsWith('staff.'));

  it.each(content.languages)('are all there in $english', ({ tag }) => {
    expect([...read(tag).keys()].sort()).toEqual((tag === 'en' ? [...english.keys()] : forReaders).sort());
  });

  it.each(content.languages.filter(({ tag }) => tag !== 'en'))(
    'are translated, not copied, in $english, but for those listed as meant so',
    async ({ tag }) => {
      const meant = (await readMeantToBeSame(PROJECT)).value ?? {};
      const copied = [...read(tag)].filter(([key, text]) => text === english.get(key)).map(([key]) => key);
      expect(copied.sort()).toEqual([...(meant[tag] ?? [])].sort());
    },
  );
});

describe('the shipped programs and clinics', () => {
  it.each(content.records.programs)('have all texts of $id in every language', ({ texts: byLocale }) => {
    expect(Object.keys(byLocale).sort()).toEqual([...tags].sort());
  });

  it('name the role of every person in every language', () => {
    const people = content.records.clinics.flatMap((clinic) => clinic.people ?? []);
    expect(people.map(({ role }) => Object.keys(role).sort())).toEqual(people.map(() => [...tags].sort()));
  });
});

describe.each(content.handouts)('the English of $id', ({ source }) => {
  let words: string[];
  beforeAll(() => {
    words = wordsOf(source);
  });

  it('has no sentence of more than 30 words', () => {
    const sentences = words.flatMap((text) => [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)]);
    expect(
      sentences.map(({ segment }) => segment.trim()).filter((sentence) => sentence.split(/\s+/).length > 30),
    ).toEqual([]);
  });

  it.each(WRONG_PHRASES)('does not say "%s"', (phrase) => {
    expect(words.join('\n').toLowerCase()).not.toContain(phrase);
  });
});
