import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildCards, type HandoutCard } from '../../src/publish/handout-card.ts';
import { checkListing } from '../../src/translation/medlineplus-criteria.ts';
import { type BuiltSite, buildFixtureSite, buildWholeSite, pageAt } from '../html/build-fixture-site.ts';
import { reviewedSite } from '../reviewed-site.ts';

const ADDRESS = 'https://handouts.clinic-site.org/health/';
const BYTES = Buffer.from('%PDF-1.7');

let [built, reviewed] = [{} as BuiltSite, {} as BuiltSite];
beforeAll(async () => {
  built = await buildFixtureSite({}, { address: ADDRESS });
  reviewed = await buildWholeSite(await reviewedSite({}, { address: ADDRESS }));
});

function cardsOf({ sheets, settings }: BuiltSite): Map<string, HandoutCard> {
  const printed = sheets.flatMap((sheet) =>
    sheet.files.map(({ form, pdf }) => ({ sheet, form, pdf, bytes: BYTES, pages: 2 })),
  );
  const files = buildCards(printed, settings);
  return new Map([...files].map(([path, bytes]) => [path, JSON.parse(String(bytes)) as HandoutCard]));
}

describe('the card of a handout in a language', () => {
  it('is there for each, at an address that the page names, and names no other clinic', () => {
    const cards = cardsOf(built);
    expect([...cards.keys()].sort()).toEqual([
      ...['ar/walking/card.json', 'ar/water/card.json', 'en/walking/card.json', 'en/water/card.json'],
    ]);
    expect(JSON.stringify([...cards])).not.toContain('bare');
    expect(pageAt(built, '/ar/water/')).toContain('<link rel="alternate" type="application/json" href="card.json">');
    expect(pageAt(built, '/clinics/bare/ar/water/')).toContain('href="../../../../ar/water/card.json"');
  });

  it('says what it is, where the English is, and where its words come from', () => {
    expect(cardsOf(built).get('ar/walking/card.json')).toMatchObject({
      title: 'المشي كل يوم',
      code: 'WLK-2-ar',
      language: { tag: 'ar', name: 'العربية', english: 'Arabic' },
      url: `${ADDRESS}ar/walking/`,
      englishEquivalent: { title: 'Walking every day', url: `${ADDRESS}en/walking/` },
      edition: 2,
      date: '2026-11-21',
      sources: ['Invented for the tests'],
      translation: {
        state: 'reviewed',
        madeBy: 'person',
        review: {
          name: 'Layla Example',
          qualification: 'certified medical interpreter',
          date: '2026-11-22',
          culture: false,
          isValid: true,
        },
        lapsed: [],
      },
      clinicalReview: { state: 'reviewed', name: 'Dr. Ada Example', edition: 2 },
      freshness: { title: 'fresh', summary: 'fresh', start: 'fresh', safe: 'fresh' },
    });
  });

  it('names its files with their sizes and hashes', () => {
    const sha256 = createHash('sha256').update(BYTES).digest('hex');
    expect(cardsOf(built).get('en/water/card.json')?.files).toEqual([
      { form: 'standard', url: `${ADDRESS}print/full/en/water-english-en.pdf`, bytes: 8, sha256, pages: 2 },
    ]);
  });

  it('speaks of no translation where the handout was written', () => {
    const card = cardsOf(built).get('en/water/card.json');
    expect(card).toMatchObject({ clinicalReview: { state: 'unreviewed' } });
    expect(card).not.toHaveProperty('translation');
    expect(card).not.toHaveProperty('medlinePlus');
    expect(card).not.toHaveProperty('englishEquivalent');
  });

  it('meets the criteria of MedlinePlus when language and culture are reviewed, and only then', () => {
    expect(cardsOf(reviewed).get('ar/water/card.json')?.medlinePlus).toEqual({ meets: true, missing: [] });
    expect(cardsOf(built).get('ar/water/card.json')?.medlinePlus).toEqual({
      meets: false,
      missing: [
        'A computer translated it, and no qualified person answers for the translation.',
        'No qualified person has reviewed its language.',
        'There is no statement that it was reviewed for its readers’ culture.',
      ],
    });
    expect(cardsOf(built).get('ar/walking/card.json')?.medlinePlus?.missing).toEqual([
      'The credentials of its translator are not stated.',
      'There is no statement that it was reviewed for its readers’ culture.',
    ]);
  });
});

describe('the criteria of MedlinePlus', () => {
  const review = { name: 'A', qualification: 'b', date: '2026-11-22', edition: 1, isValid: true, culture: true };
  const translator = { name: 'C', qualification: 'd' };
  const complete = { madeBy: 'person', translator, review } as const;

  it.each([
    ['an English equivalent', complete, false, 'There is no English equivalent beside it.'],
    ['credentials', { madeBy: 'person', review }, true, 'The credentials of its translator are not stated.'],
    [
      'a review that holds',
      { ...complete, review: { ...review, isValid: false } },
      true,
      'Its words or the English changed after its language was reviewed.',
    ],
    [
      'a statement on culture',
      { ...complete, review: { ...review, culture: false } },
      true,
      'There is no statement that it was reviewed for its readers’ culture.',
    ],
  ] as const)('ask for %s', (_, provenance, hasEnglish, sentence) => {
    expect(checkListing(provenance, { hasEnglish })).toEqual({ meets: false, missing: [sentence] });
    expect(checkListing(complete, { hasEnglish: true })).toEqual({ meets: true, missing: [] });
  });
});
