import MiniSearch from 'minisearch';
import { beforeAll, describe, expect, it } from 'vitest';
import { projectSettings } from '../../scripts/project-settings.ts';
import { type Found, findSections } from '../../src/client/find-sections.ts';
import { buildSearchIndex, buildSearchRecords } from '../../src/html/build-search-index.ts';
import { buildSheets, type Sheet } from '../../src/html/build-sheets.ts';
import { INDEX_OPTIONS, type SearchRecord } from '../../src/html/search-record.ts';
import { segmenterOf, splitByKnownWords, type SplitWords } from '../../src/i18n/split-words.ts';
import { unmarkedForm } from '../../src/i18n/word-forms.ts';
import { readContent } from '../../src/read-content.ts';

const LANGUAGES = 'en es zh-Hant zh-Hans vi tl ko hy fa ru ar ja pa km hmn hi th lo uk'.split(' ');

let sheets: Sheet[];
beforeAll(async () => {
  const settings = await projectSettings();
  if (!settings) throw new Error('The settings of this project could not be read.');
  const content = await readContent(settings);
  sheets = buildSheets({ ...content, settings }).filter(({ clinic }) => clinic.id === settings.mainClinic);
});

const inLanguage = (locale: string): Sheet[] => sheets.filter(({ language }) => language.tag === locale);

/** The search of a language, as a reader's browser has it. */
function searchIn(locale: string, { hasDictionary = true } = {}): (query: string) => Found[] {
  const json = buildSearchIndex(locale, inLanguage(locale));
  const index = MiniSearch.loadJSON<SearchRecord>(json, INDEX_OPTIONS);
  const words = (JSON.parse(json) as { index: [string][] }).index.map(([word]) => word);
  const split: SplitWords | undefined = hasDictionary ? segmenterOf(locale) : splitByKnownWords(words);
  if (!split) throw new Error('This Node.js has no dictionaries.');
  return (query) => findSections(index, query, split);
}

const urlsOf = (found: readonly Found[]): string[] => found.map(({ url }) => url);

describe.each(LANGUAGES)('the shipped handouts in %s', (locale) => {
  it.each([
    ['with a dictionary', true],
    ['without one', false],
  ])('are found by every word they have, %s', (_name, hasDictionary) => {
    const search = searchIn(locale, { hasDictionary });
    const split = segmenterOf(locale) ?? (() => []);
    const records = buildSearchRecords(locale, inLanguage(locale));
    expect(records.length).toBeGreaterThan(10);
    const found = new Map<string, Set<string>>();
    const lost = records.flatMap(({ heading, text, url }) =>
      split(`${heading}\n${text}`).filter((word) => {
        const urls = found.get(word) ?? new Set(urlsOf(search(word)));
        found.set(word, urls);
        return !urls.has(url);
      }),
    );
    expect(lost).toEqual([]);
  });

  it('are found by their headings, the section itself among the first three', () => {
    const search = searchIn(locale);
    const lost = buildSearchRecords(locale, inLanguage(locale)).filter(({ heading, url }) => {
      const best = search(heading).filter((one) => one.heading === heading);
      return !urlsOf(search(heading).slice(0, 3)).includes(url) && !urlsOf(best).includes(url);
    });
    expect(lost).toEqual([]);
  });
});

describe('a word inside a sentence', () => {
  it.each([
    ['th', 'ผิวหนัง'],
    ['lo', 'ຜິວໜັງ'],
    ['km', 'ស្បែក'],
    // Which the trial of Pagefind did not find.
    ['km', 'គ្លីនិក'],
    ['zh-Hans', '皮肤'],
    ['zh-Hant', '皮膚'],
    ['ja', '皮膚'],
    ['ko', '피부'],
  ])('is found in the sections that have it, and in no others: %s, %s', (locale, word) => {
    for (const hasDictionary of [true, false]) {
      const has = ({ heading, text }: { heading: string; text: string }) =>
        `${heading} ${text}`.normalize('NFKC').includes(word.normalize('NFKC'));
      const wanted = buildSearchRecords(locale, inLanguage(locale)).filter(has);
      expect(wanted.length).toBeGreaterThan(2);
      expect(urlsOf(searchIn(locale, { hasDictionary })(word)).sort()).toEqual(wanted.map(({ url }) => url).sort());
    }
  });
});

describe('a query', () => {
  it('finds words whose accents are left out, and words that have some too many', () => {
    expect(urlsOf(searchIn('es')('dialisis'))).toEqual(urlsOf(searchIn('es')('diálisis')));
    expect(urlsOf(searchIn('es')('dïalísis'))).toEqual(urlsOf(searchIn('es')('dialisis')));
  });

  it('with its accents finds that word alone in Vietnamese, without them all that are written like it', () => {
    const search = searchIn('vi');
    const wordsOf = (query: string) => new Set(search(query).flatMap(({ words }) => words));
    expect([...wordsOf('đau')].filter((word) => !word.startsWith('đau'))).toEqual([]);
    expect(search('dau').length).toBeGreaterThanOrEqual(search('đau').length);
    expect(urlsOf(search('dau'))).toEqual(expect.arrayContaining(urlsOf(search('đau'))));
  });

  it('finds Arabic without hamza, and Persian typed on an Arabic keyboard', () => {
    const [doctors] = searchIn('ar')('طبيبك');
    expect(doctors).toBeDefined();
    expect(urlsOf(searchIn('fa')('كليه'))).toEqual(urlsOf(searchIn('fa')(unmarkedForm('کلیه'))));
  });

  it('finds numbers in the digits of another script', () => {
    expect(urlsOf(searchIn('en')('٩١١'))).toEqual(urlsOf(searchIn('en')('911')));
    expect(searchIn('fa')('911').length).toBeGreaterThan(0);
  });

  it('finds all its words before any of them, and the beginnings of words', () => {
    const search = searchIn('en');
    for (const { heading, text } of search('black crust')) {
      expect(`${heading} ${text}`.toLowerCase()).toMatch(/black[^]*crust|crust[^]*black/);
    }
    expect(search('dialy').length).toBeGreaterThan(0);
  });

  it('finds what is spelled almost right', () => {
    const found = searchIn('en')('dialisys');
    expect(found.length).toBeGreaterThan(0);
    expect(found.flatMap(({ words }) => words)).toContain('dialysis');
  });

  it('puts danger signs first', () => {
    expect(searchIn('en')('fever')[0]?.isDanger).toBe(true);
    expect(searchIn('es')('fiebre')[0]?.isDanger).toBe(true);
  });

  it('finds nothing where there is nothing, and looks for nothing without words', () => {
    expect(searchIn('en')('xylophone')).toEqual([]);
    expect(searchIn('th')('ฮฮฮฮ')).toEqual([]);
    expect(searchIn('en')(' ?! ')).toEqual([]);
  });
});

describe('the index', () => {
  it('is the same for the same handouts, and is of one language and clinic', () => {
    expect(buildSearchIndex('th', inLanguage('th'))).toBe(buildSearchIndex('th', inLanguage('th')));
    const urls = buildSearchRecords('th', inLanguage('th')).map(({ url }) => url);
    expect(urls.filter((url) => !/^\.\.\/[\w-]+\/(#[\w-]+)?$/.test(url))).toEqual([]);
  });
});
