import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Clinic } from '../../src/clinic/record-schemas.ts';
import type { Settings } from '../../src/settings.ts';
import { planWork, type WorkPlan } from '../../src/stamp/plan-work.ts';
import { buildFixtureSite, type BuiltSite } from '../html/build-fixture-site.ts';

let built: BuiltSite;
let network: Clinic[];
beforeAll(async () => {
  built = await buildFixtureSite({}, { forms: ['standard', 'ink-saver'] });
  const [clinic] = built.content.records.clinics;
  if (!clinic) throw new Error('The fixture has no clinic.');
  // More than two buckets of them, so that a language has four units.
  network = Array.from({ length: 600 }, (_, index) => ({ ...clinic, id: `sample-${index}` }));
});

function plan(asked: Partial<Settings> = {}, clinics: readonly Clinic[] = network): WorkPlan {
  const { sheets, content, settings } = built;
  return planWork(sheets, { ...content, records: { network: [...clinics] } }, { ...settings, ...asked });
}

const unitIds = ({ units }: WorkPlan): string[] => units.map(({ language, bucket }) => `${language.tag} ${bucket}`);
const wantedIds = ({ units }: WorkPlan): string[] => units.flatMap(({ wanted }) => [...wanted]);
const ownIds = ({ own }: WorkPlan): string[] => own.map(({ id }) => id);
const partsOf = (count: number, asked: Partial<Settings> = {}): WorkPlan[] =>
  Array.from({ length: count }, (_, index) => plan({ ...asked, shard: { index, count } }));

describe('the work of a build', () => {
  it('is the website, the sheets of its clinics, and the network language by language', () => {
    const whole = plan();
    expect(whole.hasSite).toBe(true);
    expect(ownIds(whole)).toHaveLength(8);
    expect(unitIds(whole)).toEqual(['en 0', 'en 1', 'en 2', 'en 3', 'ar 0', 'ar 1', 'ar 2', 'ar 3']);
  });

  it('has every clinic of the network in one unit of each language, with its handouts in all forms', () => {
    const { units } = plan();
    for (const tag of ['en', 'ar']) {
      const ids = units.filter(({ language }) => language.tag === tag).flatMap(({ clinics }) => clinics);
      expect(ids.map(({ id }) => id).sort()).toEqual(network.map(({ id }) => id).sort());
    }
    // Two handouts in two forms each.
    expect(new Set(units.map(({ files }) => files))).toEqual(new Set([4]));
    expect(units.every(({ clinics, wanted }) => clinics.length === wanted.size)).toBe(true);
  });

  it('has no units without a network', () => {
    expect(unitIds(plan({}, []))).toEqual([]);
  });
});

describe('the parts of a build', () => {
  it.each(Array.from({ length: 20 }, (_, index) => index + 1))(
    'are together the whole, each piece once, where there are %i',
    (count) => {
      const [whole, parts] = [plan(), partsOf(count)];
      expect(parts.flatMap(unitIds)).toEqual(unitIds(whole));
      expect(parts.flatMap(wantedIds)).toEqual(wantedIds(whole));
      expect(parts.flatMap(ownIds)).toEqual(ownIds(whole));
      expect(parts.map(({ hasSite }) => hasSite)).toEqual(parts.map((_, index) => index === 0));
    },
  );

  it('are about as large as each other: none has two pieces more than another', () => {
    for (let count = 1; count <= 9; count++) {
      const pieces = partsOf(count).map(({ units, hasSite }) => units.length + Number(hasSite));
      expect(Math.max(...pieces) - Math.min(...pieces)).toBeLessThanOrEqual(1);
    }
  });

  it('are together what was asked for, if that is not all', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.subarray(['sample-0', 'sample-7', 'sample-599', 'full', 'bare']),
        fc.subarray(['en', 'ar']),
        (count, onlyClinics, onlyLanguages) => {
          const asked = { onlyClinics, onlyLanguages };
          const [whole, parts] = [plan(asked), partsOf(count, asked)];
          expect(parts.flatMap(wantedIds)).toEqual(wantedIds(whole));
          expect(parts.flatMap(ownIds)).toEqual(ownIds(whole));
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('a build of some only', () => {
  it('makes one clinic of the network in all languages, out of the same units as ever, and no website', () => {
    const one = plan({ onlyClinics: ['sample-7'] });
    expect(wantedIds(one)).toEqual(['sample-7', 'sample-7']);
    expect(ownIds(one)).toEqual([]);
    expect(one.hasSite).toBe(false);
    for (const { language, bucket, clinics } of one.units) {
      const same = plan().units.find((unit) => unit.language === language && unit.bucket === bucket);
      expect(clinics).toEqual(same?.clinics);
    }
  });

  it('makes one clinic with pages of its own without the network', () => {
    const one = plan({ onlyClinics: ['bare'] });
    expect(ownIds(one)).toEqual(['bare/en/walking', 'bare/ar/walking', 'bare/en/water', 'bare/ar/water']);
    expect(unitIds(one)).toEqual([]);
  });

  it('makes one language of all clinics', () => {
    const one = plan({ onlyLanguages: ['ar'] });
    expect(unitIds(one)).toEqual(['ar 0', 'ar 1', 'ar 2', 'ar 3']);
    expect(new Set(one.own.map(({ language }) => language.tag))).toEqual(new Set(['ar']));
    expect(one.hasSite).toBe(false);
  });
});
