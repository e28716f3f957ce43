import { beforeAll, describe, expect, it } from 'vitest';
import { type Content, readContent } from '../../src/read-content.ts';
import { buildStatus } from '../../src/status/build-status.ts';
import { narrowStatus } from '../../src/status/narrow-status.ts';
import type { LanguageStatus, SectionStatus, Status, TranslationStatus } from '../../src/status/status.ts';
import { copyFixtureSite, fixtureSettings } from '../fixture-site.ts';
import { everyState } from './every-state.ts';

let content: Content;
let status: Status;
beforeAll(async () => {
  content = await readContent(await fixtureSettings(await copyFixtureSite(await everyState())));
  status = buildStatus(content, 'en');
});

const arabic = (): LanguageStatus => {
  const found = status.languages.find(({ tag }) => tag === 'ar');
  if (!found) throw new Error('The status has no Arabic.');
  return found;
};
const handout = (id: string, of = arabic()): TranslationStatus => {
  const found = of.handouts.find((one) => one.handout === id);
  if (!found) throw new Error(`The status has no ${id}.`);
  return found;
};
const section = (id: string, of = handout('water')): SectionStatus | undefined =>
  of.sections.find((one) => one.id === id);

describe('a section of a translation', () => {
  it.each([
    ['is fresh while the English is as it was', 'ask-first', 'fresh', null, 1],
    ['is stale by safety', 'call-now', 'stale', 'safety', 1],
    ['is stale by meaning, where the revision says so of it', 'how-much', 'stale', 'meaning', 1],
    ['is stale by wording', 'questions', 'stale', 'wording', 1],
    ['is missing where the English had none then', 'hot', 'missing', 'meaning', null],
  ] as const)('%s', (_, id, state, change, madeIn) => {
    // What is fresh has the words of the newest edition.
    expect(section(id)).toMatchObject({ state, change, madeIn: state === 'fresh' ? 2 : madeIn });
  });

  it('tells since which edition, of which day, and what its author says of the change', () => {
    const since = [{ edition: 2, date: '2026-11-25', change: 'meaning', note: 'Chest pain is a danger sign.' }];
    expect(section('how-much')?.since).toEqual(since);
  });

  it('tells that the review of it no longer holds, and why', () => {
    expect(section('safe', handout('walking'))).toMatchObject({ state: 'fresh', lapsed: 'translation' });
    expect(section('start', handout('walking'))).toMatchObject({ state: 'fresh', lapsed: null });
  });
});

describe('a translation', () => {
  it('is counted by its title, summary, sections and parts, rounded down', () => {
    expect(handout('water').freshness).toEqual({ fresh: 5, total: 9, percent: 55 });
    expect(handout('walking').freshness).toEqual({ fresh: 4, total: 4, percent: 100 });
    expect(arabic().freshness).toEqual({ fresh: 9, total: 13, percent: 69 });
  });

  it('has the state of its review, by whom, of which day and edition', () => {
    expect(handout('water')).toMatchObject({ state: 'machineDraft', review: null, edition: 1, newestEdition: 2 });
    const review = {
      name: 'Layla Example',
      qualification: 'certified medical interpreter',
      date: '2026-11-22',
      edition: 2,
      culture: false,
    };
    expect(handout('walking')).toMatchObject({ state: 'expired', review });
    expect(status.reviews).toEqual({ oldest: '2026-11-22', newest: '2026-11-22' });
  });

  it('that is not there is told as such, and none of it is fresh', () => {
    const handouts = content.handouts.map((one) => ({ ...one, texts: [one.source] }));
    const [language] = buildStatus({ ...content, handouts }, 'en').languages;
    expect(language?.handouts[0]).toMatchObject({ state: 'notTranslated', file: null, freshness: { fresh: 0 } });
    expect(language?.next.map(({ urgency }) => urgency)).toEqual(['untranslated', 'untranslated', 'review']);
    expect(language?.next.map(({ command }) => command)).toContain('npx handouts translate export ar water');
  });
});

describe('what to do next', () => {
  it('is told in whole sentences with the command, safety before meaning before review before wording', () => {
    const file = 'content/handouts/water/ar.md';
    expect(arabic().next.map(({ urgency, says, command }) => [urgency, says, command])).toEqual([
      [
        'safety',
        `“Call 911 now” of “Drinking enough water” changed for safety, so the sheet has the English there. Translate it now in ${file}, then run:`,
        `npx handouts translate accept ${file} call-now`,
      ],
      [
        'meaning',
        `“How much to drink”, “When it is hot” of “Drinking enough water” lacks what the English now says. Translate it anew in ${file}, then run:`,
        `npx handouts translate accept ${file} how-much hot`,
      ],
      [
        'review',
        'No qualified person has checked “Drinking enough water”. Print what a reviewer needs:',
        'npx handouts packet ar water',
      ],
      [
        'review',
        '“Walking every day” changed after Layla Example checked it on 2026-11-22. Print what changed for the reviewer:',
        'npx handouts packet ar walking',
      ],
      [
        'review',
        'No qualified person has checked the words around the handouts. Print what a reviewer needs:',
        'npx handouts packet ar words',
      ],
      [
        'wording',
        `In “Questions to ask” of “Drinking enough water” the English has other words, but means the same. See in ${file} if something is to be changed, then run:`,
        `npx handouts translate accept ${file} questions`,
      ],
    ]);
  });

  it('names clinicians for the source, and nobody where one has checked it', () => {
    expect(status.source.handouts.map(({ id, state }) => [id, state])).toEqual([
      ['walking', 'reviewed'],
      ['water', 'notReviewed'],
    ]);
    expect(status.source.next.map(({ command }) => command)).toEqual(['npx handouts review en water']);
  });
});

describe('the status of a press', () => {
  it('has the languages that are still wanted, and how complete the words around the handouts are', () => {
    expect(status.wanted.map(({ tag }) => tag)).toEqual(['ium']);
    const { strings, programTexts, state, review } = arabic().words;
    expect([strings.translated, state, review]).toEqual([strings.total, 'machineDraft', null]);
    expect(programTexts).toEqual({ translated: 3, total: 3 });
  });

  it('is plain JSON: nothing is lost on the way to another program', () => {
    expect(JSON.parse(JSON.stringify(status))).toEqual(status);
  });

  it('can be narrowed to a language and a handout', () => {
    const narrow = narrowStatus(status, { language: 'ar', handout: 'walking' });
    expect(narrow.languages.flatMap(({ handouts }) => handouts.map((one) => one.handout))).toEqual(['walking']);
    expect(narrow.languages[0]?.next.map(({ command }) => command)).toEqual(['npx handouts packet ar walking']);
    expect(narrow.source.next).toEqual([]);
  });
});
