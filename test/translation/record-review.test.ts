import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { formatProblem } from '../../src/problem.ts';
import type { Handout, HandoutText } from '../../src/handout/handout.ts';
import { readContent } from '../../src/read-content.ts';
import { checkNewReview } from '../../src/translation/check-new-review.ts';
import { type NewReview, recordReview } from '../../src/translation/record-review.ts';
import { recordWordsReview } from '../../src/translation/record-words-review.ts';
import { copyFixtureSite, fixtureSettings } from '../fixture-site.ts';

const REVIEW = {
  name: 'Layla Example',
  qualification: 'certified interpreter',
  date: '2026-11-24',
} satisfies NewReview;

let [root, handouts] = ['', [] as Handout[]];
beforeAll(async () => {
  root = await copyFixtureSite();
  ({ handouts } = await readContent(await fixtureSettings(root)));
});

function find(id: string, locale: string): { handout: Handout; text: HandoutText } {
  const handout = handouts.find((each) => each.id === id);
  const text = handout?.texts.find((each) => each.locale === locale);
  if (!handout || !text) throw new Error(`There is no ${id}/${locale}.`);
  return { handout, text };
}

async function review(id: string, locale: string, given: Partial<NewReview> = {}, change: Partial<HandoutText> = {}) {
  const { handout, text } = find(id, locale);
  const file = await readFile(join(root, text.file), 'utf8');
  const changed = Object.keys(change).length > 0 ? { ...text, ...change } : text;
  const { value = '', problems } = recordReview(file, handout, changed, { ...REVIEW, ...given });
  return { file, value, told: problems.map(formatProblem).join('\n') };
}

describe('a review of a translation', () => {
  it('takes the place of the state, and leaves every other byte', async () => {
    const { file, value, told } = await review('water', 'ar', { culture: true });
    expect(told).toBe('');
    const [before = '', after = ''] = file.split('  state: machine-draft\n');
    expect(value.startsWith(before)).toBe(true);
    expect(value.endsWith(after)).toBe(true);
    expect(value.slice(before.length, value.length - after.length)).toMatch(
      /^ {2}state: reviewed\n {2}name: Layla Example\n {2}qualification: certified interpreter\n {2}date: 2026-11-24\n {2}edition: 1\n {2}culture: true\n {2}madeBy: machine\n {2}texts:\n( {4}[a-z-]+: [0-9a-f]{12}\n){8}$/,
    );
  });

  it('keeps Windows line ends', async () => {
    const { handout, text } = find('water', 'ar');
    const file = (await readFile(join(root, text.file), 'utf8')).replaceAll('\n', '\r\n');
    const { value = '' } = recordReview(file, handout, text, REVIEW);
    expect(value.replaceAll('\r\n', '')).not.toContain('\n');
    expect(value.split('\r\n').slice(-5)).toEqual(file.split('\r\n').slice(-5));
  });

  it('keeps comments of the front matter', async () => {
    const { handout, text } = find('water', 'ar');
    const file = (await readFile(join(root, text.file), 'utf8')).replace('notes:', '# Ask Omar.\n\nnotes:');
    expect(recordReview(file, handout, text, REVIEW).value).toContain('\n# Ask Omar.\n\nnotes:\n');
  });

  it('keeps who translated it', async () => {
    const translator = { name: 'Omar Example', qualification: 'translator' };
    const { value } = await review('water', 'ar', {}, { translation: { state: 'human-draft', translator } });
    expect(value).toContain('  translator:\n    name: Omar Example\n    qualification: translator\n');
    expect(value).not.toContain('madeBy');
  });

  it('is refused where the translation does not say what the English says', async () => {
    const { value, told } = await review('water', 'ar', {}, { madeFrom: { help: '000000000000' } });
    expect(value).toBe('');
    expect(told).toBe(
      [
        'error content/handouts/water/ar.md',
        '  This translation does not say yet what the English says now in the section {#help}, so nobody can have found that it does.',
        '  To mend it: translate it anew, then run: npx handouts translate accept content/handouts/water/ar.md help',
      ].join('\n'),
    );
  });

  it('is refused on a day before its edition was there', async () => {
    expect((await review('water', 'ar', { date: '2026-11-01' })).told).toContain(
      'Edition 1 of the English is of 2026-11-20: nobody can have read it on 2026-11-01.',
    );
  });
});

describe('a review of some sections', () => {
  it('needs a review of all of it first', async () => {
    expect((await review('water', 'ar', { sections: ['help'] })).told).toContain(
      'There is no review yet that a review of some sections could be added to.',
    );
  });

  const earlier = () => {
    const { text } = find('walking', 'ar');
    const texts = Object.fromEntries([...text.units.values()].map(({ id, hash }) => [id, hash]));
    return { ...REVIEW, state: 'reviewed' as const, date: '2026-11-22', edition: 2, texts };
  };

  it('renews those, keeps what holds, and does not renew what nobody read again', async () => {
    const texts = { ...earlier().texts, start: '000000000000', safe: '000000000000' };
    const translation = { ...earlier(), texts };
    const { value, told } = await review('walking', 'ar', { sections: ['safe'] }, { translation });
    expect(told).toBe('');
    expect(value).toContain('  date: 2026-11-24\n');
    expect(/texts:\n([^]*?)---/.exec(value)?.[1]?.match(/\w+(?=:)/g)).toEqual(['title', 'summary', 'safe']);
  });

  it('says that culture was judged only if it was judged of all', async () => {
    const ofSome = { sections: ['safe'], culture: true };
    expect((await review('walking', 'ar', ofSome, { translation: earlier() })).value).not.toContain('culture');
    const translation = { ...earlier(), culture: true as const };
    expect((await review('walking', 'ar', ofSome, { translation })).value).toContain('  culture: true\n');
  });

  it('is signed by whoever signed the rest', async () => {
    const other = { name: 'Omar Example', sections: ['safe'] };
    expect((await review('walking', 'ar', other, { translation: earlier() })).told).toBe(
      [
        'error content/handouts/walking/ar.md',
        '  The review of 2026-11-22 is by Layla Example (certified interpreter); Omar Example (certified interpreter) cannot sign for what somebody else has read.',
        '  To mend it: let Omar Example read all of it, and leave out --sections; or let Layla Example read these sections.',
      ].join('\n'),
    );
  });
});

describe('a review of the English', () => {
  it('is of its newest edition', async () => {
    const { file, value } = await review('water', 'en', { qualification: 'nephrologist' });
    expect(value).toBe(
      file.replace(
        '  state: unreviewed\n',
        '  state: reviewed\n  name: Layla Example\n  qualification: nephrologist\n  date: 2026-11-24\n  edition: 1\n',
      ),
    );
  });

  it('is refused while its words are in no edition', () => {
    const { handout } = find('water', 'en');
    const units = new Map([...handout.source.units].slice(0, -1));
    units.set('questions', { id: 'questions', markdown: '', hash: '000000000000' });
    const source = { ...handout.source, units };
    const changed = { ...handout, source };
    const { problems } = recordReview('', changed, source, REVIEW);
    expect(problems.map(formatProblem).join()).toContain(
      'The English is no longer that of edition 1, so a review could not say what was read.',
    );
  });

  it('of some sections must be of all that changed', () => {
    const { handout } = find('walking', 'en');
    const before = { ...handout.source, units: new Map() };
    const revisions = handout.revisions.map((revision) => ({ ...revision, change: 'meaning' as const }));
    const review = { state: 'reviewed' as const, ...REVIEW, edition: 1 };
    const changed = {
      ...handout,
      revisions,
      review,
      editions: new Map([
        [1, before],
        [2, handout.source],
      ]),
    };
    const { problems } = recordReview('', changed, handout.source, {
      ...REVIEW,
      sections: ['title', 'summary', 'safe'],
    });
    expect(problems.map(({ what }) => what)).toEqual(['Since the last review the section {#start} changed too.']);
  });
});

describe('what is said of a review', () => {
  it('must be a name, a qualification and a day that has come', () => {
    expect(checkNewReview(REVIEW, '2026-11-24')).toEqual([]);
    const told = checkNewReview({ name: ' ', qualification: '', date: '2026-11-25' }, '2026-11-24').map(formatProblem);
    expect(told.join('\n')).toBe(
      [
        'error --name\n  The name is empty.\n  To mend it: give the reviewer’s full name.',
        'error --qualification\n  The qualification is empty.\n  To mend it: say what makes the reviewer qualified, such as "certified medical interpreter".',
        'error --date\n  2026-11-25 is still to come; today is 2026-11-24.\n  To mend it: give the day of the review.',
      ].join('\n'),
    );
    expect(checkNewReview({ ...REVIEW, date: '2026-02-30' }, '2026-11-24')[0]?.what).toBe(
      '"2026-02-30" is not a date.',
    );
  });
});

describe('a review of the words around the handouts', () => {
  const hashes = { strings: 'aaaaaaaaaaaa', records: 'bbbbbbbbbbbb' };

  it('is a file that says what was read, and who made the draft', () => {
    const text = recordWordsReview(undefined, { record: { state: 'machine-draft' }, hashes }, REVIEW);
    expect(text).toMatch(/^# How far/);
    expect(text).toContain('madeBy: machine\ntexts:\n  strings: aaaaaaaaaaaa\n  records: bbbbbbbbbbbb\n');
  });

  it('keeps the comments at the top of the file', () => {
    const text = recordWordsReview(
      '# Ours.\nstate: human-draft\n',
      { record: { state: 'human-draft' }, hashes },
      REVIEW,
    );
    expect(text).toMatch(/^# Ours\.\nstate: reviewed\n/);
    expect(text).not.toContain('madeBy');
  });
});
