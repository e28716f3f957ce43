import { describe, expect, it } from 'vitest';
import { readRecords } from '../../src/clinic/read-records.ts';
import { checkPairs } from '../../src/translation/check-translations.ts';
import { pairCatalogues, pairRecords } from '../../src/translation/pair-records.ts';
import type { TextPair } from '../../src/translation/text-pair.ts';
import { edited } from '../bad-input/problems-of.ts';
import { copyFixtureSite, fixtureSettings } from '../fixture-site.ts';
import { languageNamed } from '../language-named.ts';

const PROGRAM = 'content/programs/free-checkup.yaml';
const CLINIC = 'content/clinics/full.yaml';
const gate = { languages: [languageNamed('ar')], glossary: { terms: {}, lineOf: () => 1 }, sourceLocale: 'en' };

/** The pairs of the fixture site's records, some of its files changed. */
async function pairs(changes: Parameters<typeof copyFixtureSite>[0] = {}): Promise<TextPair[]> {
  const { value } = await readRecords(await fixtureSettings(await copyFixtureSite(changes)), [languageNamed('ar')]);
  return pairRecords(value, 'en');
}

describe('the texts of records beside their translations', () => {
  it('are those of programs and the roles of people, each with both its places', async () => {
    expect(
      (await pairs()).map(({ locale, name, source, translated }) => [
        locale,
        name,
        `${source.where.file}:${source.where.line}`,
        `${translated.where.file}:${translated.where.line}`,
      ]),
    ).toEqual([
      ['ar', 'The text "offer"', `${PROGRAM}:12`, `${PROGRAM}:16`],
      ['ar', 'The text "who"', `${PROGRAM}:13`, `${PROGRAM}:17`],
      ['ar', 'The text "limits"', `${PROGRAM}:14`, `${PROGRAM}:18`],
      ['ar', 'The role of Dr. Ada Example', `${CLINIC}:32`, `${CLINIC}:33`],
      ['ar', 'The role of Sam Sample, RN', `${CLINIC}:36`, `${CLINIC}:37`],
    ]);
  });

  it('have nothing wrong with them in the fixture site', async () => {
    expect(checkPairs(await pairs(), gate)).toEqual([]);
  });

  it('have no facts among their own words', async () => {
    const who = (await pairs())[1];
    expect(who?.source).toMatchObject({
      text: 'For people from age {{free-checkup.first-age}}.',
      own: 'For people from age .',
    });
  });

  it('are not there for a language that is not translated, nor for a role without the source', async () => {
    expect(await pairs(await edited(PROGRAM, / {2}ar:[^]*/, ''))).toHaveLength(2);
    expect(await pairs(await edited(CLINIC, /\n.*en: nurse/, ''))).toHaveLength(4);
  });

  it.each([
    [PROGRAM, 'مجاني', 'مجاني 15', `${PROGRAM}:16`, 'The text "offer" has the number 15 too many'],
    [
      PROGRAM,
      'لا يدفع تكاليف العلاج',
      'It does not pay for treatment',
      `${PROGRAM}:18`,
      'still has words of the source',
    ],
    [CLINIC, 'ممرض', 'nurse', `${CLINIC}:37`, 'The role of Sam Sample, RN has "nurse", which has no letter of Arabic'],
  ])('go through the gate as handouts do: %s, %s', async (file, passage, replacement, where, what) => {
    const problems = checkPairs(await pairs(await edited(file, passage, replacement)), gate);
    expect(problems.map((problem) => `${problem.where.file}:${problem.where.line}`)).toContain(where);
    expect(problems.map((problem) => problem.what).join()).toContain(what);
  });

  it('may have words of another language where they are marked', async () => {
    const marked = await edited(PROGRAM, 'لا يدفع تكاليف العلاج.', '"[It does not pay for treatment.](lang:en)"');
    expect(checkPairs(await pairs(marked), gate)).toEqual([]);
  });
});

describe('interface strings beside their translations', () => {
  const english = { clinic: { map: 'Map', page: 'Page {{page}} of 2' } };
  const pair = (arabic: Record<string, string>) =>
    pairCatalogues(
      new Map([
        ['en', english],
        ['ar', { clinic: arabic }],
      ]),
      'en',
    );

  it('are compared by their key, without what is filled in', () => {
    expect(pair({ map: 'خريطة', page: 'صفحة {{page}} من 2' })).toEqual([
      {
        locale: 'ar',
        name: '"clinic.map"',
        source: { text: 'Map', own: 'Map', where: { file: 'locales/en/ui.json' } },
        translated: { text: 'خريطة', own: 'خريطة', where: { file: 'locales/ar/ui.json' } },
      },
      {
        locale: 'ar',
        name: '"clinic.page"',
        source: { text: 'Page {{page}} of 2', own: 'Page  of 2', where: { file: 'locales/en/ui.json' } },
        translated: { text: 'صفحة {{page}} من 2', own: 'صفحة  من 2', where: { file: 'locales/ar/ui.json' } },
      },
    ]);
  });

  it('leave out keys that the source has not, and are none without a source', () => {
    expect(pair({ other: 'خريطة' })).toEqual([]);
    expect(pairCatalogues(new Map([['ar', english]]), 'en')).toEqual([]);
  });

  it('go through the gate as handouts do', () => {
    expect(checkPairs(pair({ page: 'صفحة {{page}} من 3' }), gate).map(({ what }) => what)).toEqual([
      '"clinic.page" lacks the number 2 and has the number 3 too many (locales/en/ui.json).',
    ]);
  });
});
