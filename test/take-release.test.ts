import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { formatProblem, PressError } from '../src/problem.ts';
import { readContent } from '../src/read-content.ts';
import type { Settings } from '../src/settings.ts';
import { takeRelease } from '../src/take-release.ts';
import { copyFixtureSite, fixtureSettings } from './fixture-site.ts';
import { reviewedSite } from './reviewed-site.ts';

const WATER = 'content/handouts/water';
const WALKING = 'content/handouts/walking';

async function released(settings: Settings) {
  const { content, leftOut } = takeRelease(await readContent(settings), settings);
  return {
    texts: content.handouts.flatMap(({ id, texts }) => texts.map(({ locale }) => `${id}/${locale}`)),
    leftOut: leftOut.map(({ handout, locale, reason, sections }) => [handout, locale, reason, ...(sections ?? [])]),
    told: leftOut.map(({ what, fix }) => `${what} Next: ${fix}`).join('\n'),
  };
}

async function refusalOf(settings: Settings): Promise<string> {
  try {
    takeRelease(await readContent(settings), settings);
  } catch (failure) {
    if (failure instanceof PressError) return failure.problems.map(formatProblem).join('\n');
    throw failure;
  }
  throw new Error('It was released.');
}

/** Makes a new edition of the English of which one passage was replaced. */
async function withEdition(change: string, passage: string, replacement: string) {
  const settings = await reviewedSite();
  const source = `${settings.root}/${WATER}/en.md`;
  const next = (await readFile(source, 'utf8'))
    .replace(passage, replacement)
    .replace('edition: 1\n', 'edition: 2\n')
    .replace(
      'revisions:\n',
      `revisions:\n  - edition: 2\n    date: 2026-11-22\n    change: ${change}\n    note: Another amount.\n`,
    );
  await writeFile(source, next);
  await writeFile(`${settings.root}/${WATER}/editions/2.md`, next);
  return settings;
}

describe('a release', () => {
  it('is everything, once everything is reviewed and fresh', async () => {
    expect(await released(await reviewedSite())).toEqual({
      texts: ['walking/en', 'walking/ar', 'water/en', 'water/ar'],
      leftOut: [],
      told: '',
    });
  });

  it('leaves a handout out in all languages whose English no clinician has reviewed', async () => {
    const settings = await reviewedSite({
      [`${WATER}/en.md`]: (text) => text.replace(/review:\n[^]*?edition: 1\n/, 'review:\n  state: unreviewed\n'),
    });
    expect(await released(settings)).toEqual({
      texts: ['walking/en', 'walking/ar'],
      leftOut: [['water', undefined, 'clinical-review-missing']],
      told: 'No clinician has reviewed the English. Next: run: npx handouts review en water --name "…" --qualification "…" --date …',
    });
  });

  it('leaves out a draft, and what links to it', async () => {
    const settings = await reviewedSite({
      [`${WALKING}/ar.md`]: (text) =>
        text.replace(/translation:\n[^]*?---\n/, 'translation:\n  state: human-draft\n---\n'),
    });
    expect(await released(settings)).toMatchObject({
      texts: ['walking/en', 'water/en'],
      leftOut: [
        ['walking', 'ar', 'translation-not-reviewed'],
        ['water', 'ar', 'links-to-left-out'],
      ],
    });
  });

  it('leaves a handout out in all languages whose English links to one that is left out, here all there is', async () => {
    const settings = await reviewedSite({
      [`${WALKING}/en.md`]: (text) => text.replace(/review:\n[^]*?edition: 2\n/, 'review:\n  state: unreviewed\n'),
    });
    expect(await refusalOf(settings)).toContain('Nothing is reviewed and fresh, so there is nothing to release.');
  });

  it('leaves out a translation that was changed after its review, and says where', async () => {
    const settings = await reviewedSite({ [`${WATER}/ar.md`]: (text) => text.replace('- إغماء', '- إغماء شديد') });
    expect((await released(settings)).leftOut).toEqual([['water', 'ar', 'translation-review-expired', 'call-now']]);
  });

  it('refuses a translation that does not have a change for safety, and names it also beside other reasons', async () => {
    const settings = await withEdition('safety', 'Fainting', 'Fainting or falling');
    const { leftOut, told, texts } = await released({ ...settings, onlyLanguages: [] });
    expect(texts).toEqual(['walking/en', 'walking/ar']);
    expect(leftOut).toContainEqual(['water', 'ar', 'stale-safety', 'call-now']);
    expect(leftOut).toContainEqual(['water', undefined, 'clinical-review-expired', 'call-now']);
    expect(told).toContain('Refused: the English of the section {#call-now} changed by safety');
  });

  it('lets a translation in that lacks only a change of wording', async () => {
    const settings = await withEdition('wording', 'Fainting', 'You faint');
    expect((await released(settings)).texts).toContain('water/ar');
  });

  it('leaves a language out whose words around the handouts are not reviewed, or have changed since', async () => {
    const settings = await reviewedSite();
    const file = `${settings.root}/locales/ar/ui.json`;
    const changed = (await readFile(file, 'utf8')).replace(/"title": "([^"]+)"/, '"title": "$1 $1"');
    await writeFile(file, changed);
    const changedWords = await released(settings);
    expect(changedWords).toMatchObject({ texts: ['walking/en', 'water/en'] });
    expect(changedWords.leftOut).toEqual([[undefined, 'ar', 'words-review-expired']]);
    await writeFile(`${settings.root}/locales/ar/review.yaml`, 'state: machine-draft\n');
    expect((await released(settings)).leftOut).toEqual([[undefined, 'ar', 'words-not-reviewed']]);
  });

  it('fails where the settings want it whole, with each reason and how to mend it', async () => {
    const settings = await reviewedSite(
      { [`${WATER}/ar.md`]: (text) => text.replace('- إغماء', '- إغماء شديد') },
      { release: 'fail' },
    );
    expect(await refusalOf(settings)).toBe(
      [
        'error content/handouts/water/ar.md',
        '  The review of the translation no longer holds for all of it: the section {#call-now} (the words were changed after it).',
        '  To mend it: run: npx handouts review ar water --name "…" --qualification "…" --date …',
      ].join('\n'),
    );
  });

  it('fails with all reasons if nothing is left', async () => {
    const settings = await fixtureSettings(
      await copyFixtureSite({ [WALKING]: null, [`${WATER}/ar.md`]: null, [`${WATER}/en.md`]: await waterAlone() }),
      { isRelease: true },
    );
    const refusal = await refusalOf(settings);
    expect(refusal).toContain('there is nothing to release');
    expect(refusal).toContain('No clinician has reviewed the English.');
  });

  it('fails if the only languages that are asked for are left out', async () => {
    const settings = await reviewedSite(
      { 'locales/ar/review.yaml': () => 'state: human-draft\n' },
      { onlyLanguages: ['ar'] },
    );
    expect(await refusalOf(settings)).toContain('Nothing in ar is reviewed and fresh');
  });

  it('needs an address that others can open', async () => {
    const settings = await reviewedSite({}, { address: 'http://localhost:8080/' });
    expect(await refusalOf(settings)).toContain('nobody could open what is released');
  });
});

/** The English of water without its link to the other handout. */
async function waterAlone(): Promise<string> {
  const text = await readFile(`${await copyFixtureSite()}/${WATER}/en.md`, 'utf8');
  return text.replace(/\[([^\]]+)\]\(\.\.\/walking[^)]*\)/, '$1');
}
