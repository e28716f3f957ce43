import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { allSections, type Handout, type HandoutText } from '../src/handout/handout.ts';
import { type Catalogue, catalogueFile } from '../src/i18n/messages.ts';
import { type Content, readContent } from '../src/read-content.ts';
import { fixtureSettings, PROJECT } from './fixture-site.ts';

const content: Content = await readContent(await fixtureSettings(PROJECT));
const texts = content.handouts.flatMap((handout) => handout.texts.map((text) => ({ handout, text, name: text.file })));
const idsOf = (text: HandoutText): string[] => allSections(text.sections).map(({ id }) => id);
const wordsOf = (text: HandoutText): string[] => [
  text.title.text,
  text.summary.text,
  ...allSections(text.sections).flatMap(({ blocks }) => blocks.map((block) => block.text)),
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
  it('has every handout in every language of the list', () => {
    const tags = content.languages.map(({ tag }) => tag);
    expect(content.handouts.map((handout) => handout.texts.map(({ locale }) => locale))).toEqual(
      content.handouts.map(() => tags),
    );
  });

  it.each(texts)('keeps every section of the source in $name', ({ handout, text }) => {
    expect(idsOf(text)).toEqual(idsOf(handout.source));
  });

  it.each(texts)('shows no leftover of its markup in $name', ({ text }) => {
    expect(wordsOf(text).filter((words) => /[*_{}[\]#<>\\`\uFFFD]/.test(words))).toEqual([]);
  });

  it.each(texts)('keeps the numbers of the source in $name', ({ handout, text }) => {
    const numbers = ({ sections }: Handout['source']): string[][] =>
      allSections(sections).map(({ blocks }) => blocks.flatMap((block) => block.text.match(/\d+/g) ?? []).sort());
    expect(numbers(text)).toEqual(numbers(handout.source));
  });
});

/** Words that are the same in both languages. */
const SHARED_WORDS = ['Fax'];

describe('the interface strings', () => {
  const keys = (catalogue: Catalogue): string[] =>
    Object.entries(catalogue).flatMap(([place, strings]) =>
      Object.keys(strings).map((purpose) => `${place}.${purpose}`),
    );
  const read = (tag: string) => JSON.parse(readFileSync(join(PROJECT, catalogueFile(tag)), 'utf8')) as Catalogue;

  it.each(content.languages)('are all there in $english', ({ tag }) => {
    expect(keys(read(tag)).sort()).toEqual(keys(read('en')).sort());
  });

  it.each(content.languages.filter(({ tag }) => tag !== 'en'))('are translated, not copied, in $english', ({ tag }) => {
    const english = read('en');
    const copied = Object.entries(read(tag)).flatMap(([place, strings]) =>
      Object.entries(strings).filter(
        ([purpose, text]) => text === english[place]?.[purpose] && !SHARED_WORDS.includes(text),
      ),
    );
    expect(copied).toEqual([]);
  });
});

describe('the shipped programs and clinics', () => {
  it.each(content.records.programs)('have all texts of $id in every language', ({ texts: byLocale }) => {
    expect(Object.keys(byLocale).sort()).toEqual(content.languages.map(({ tag }) => tag).sort());
  });

  it('name the role of every person in every language', () => {
    const people = content.records.clinics.flatMap((clinic) => clinic.people ?? []);
    const tags = content.languages.map(({ tag }) => tag).sort();
    expect(people.map(({ role }) => Object.keys(role).sort())).toEqual(people.map(() => tags));
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
