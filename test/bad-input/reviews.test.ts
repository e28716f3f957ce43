import { describe, expect, it } from 'vitest';
import { edited, problemsOf } from './problems-of.ts';

const ARABIC = 'content/handouts/walking/ar.md';
const ENGLISH = 'content/handouts/walking/en.md';

describe('a review in a file', () => {
  it.each(['name', 'qualification', 'date', 'edition'])('must have its %s', async (key) => {
    const told = await problemsOf(await edited(ARABIC, new RegExp(`^  ${key}: .*\n`, 'm'), ''));
    expect(told).toContain(
      `error ${ARABIC}:6\n  The key "translation.${key}" is missing.\n  To mend it: add it. It should be: `,
    );
  });

  it('must say which words were read, and names the command that writes them down', async () => {
    const told = await problemsOf(await edited(ARABIC, / {2}texts:\n(?: {4}.*\n)+/, ''));
    expect(told).toBe(
      [
        `error ${ARABIC}`,
        '  The translation says that Layla Example has reviewed it, but not which words: nobody could tell later what has changed since.',
        '  To mend it: run: npx handouts review ar walking --name "…" --qualification "…" --date …',
      ].join('\n'),
    );
  });

  it('cannot be of an edition that there is not yet', async () => {
    expect(await problemsOf(await edited(ARABIC, '  edition: 2\n', '  edition: 3\n'))).toContain(
      'The review is of edition 3, but the source is only edition 2.',
    );
    expect(await problemsOf(await edited(ENGLISH, '  edition: 2\n', '  edition: 3\n'))).toContain(
      `error ${ENGLISH}\n  The review is of edition 3, but the source is only edition 2.`,
    );
  });

  it('cannot say that a computer and a person made the same draft', async () => {
    const both = '  edition: 2\n  madeBy: machine\n  translator:\n    name: A\n    qualification: b\n';
    expect(await problemsOf(await edited(ARABIC, '  edition: 2\n', both))).toContain(
      'The value of "translation.madeBy" is not right: a translator is named too, and only one of them made the first draft.',
    );
  });

  it('is told to its author when the words it was of are others now', async () => {
    const told = await problemsOf(await edited(ARABIC, 'امشوا في الضوء.', 'امشوا في النور.'));
    expect(told).toBe(
      [
        `warning ${ARABIC}`,
        '  The review of Layla Example (2026-11-22) no longer holds for all of this translation: the section {#safe} (the words were changed after it).',
        '  To mend it: let a qualified person compare that with the English again, then run: npx handouts review ar walking --name "…" --qualification "…" --date …',
      ].join('\n'),
    );
  });
});

describe('a review of the words around the handouts', () => {
  const reviewed = 'state: reviewed\nname: A\nqualification: b\ndate: 2026-11-22\n';

  it('must say which words were read', async () => {
    expect(await problemsOf({ 'locales/ar/review.yaml': reviewed })).toContain(
      'error locales/ar/review.yaml\n  The file says that A has reviewed these words, but not which: nobody could tell later what has changed since.\n  To mend it: run: npx handouts review ar words',
    );
  });

  it('is told of when they are others now', async () => {
    const texts = 'texts:\n  strings: aaaaaaaaaaaa\n  records: aaaaaaaaaaaa\n';
    expect(await problemsOf({ 'locales/ar/review.yaml': reviewed + texts })).toContain(
      'warning locales/ar/review.yaml\n  The review of A (2026-11-22) no longer holds: the interface strings (ui.json) and the texts of clinics and programs changed after it, here or in the source.',
    );
  });

  it('is not for the language that handouts are written in', async () => {
    expect(await problemsOf({ 'locales/en/review.yaml': 'state: human-draft\n' })).toContain(
      'error locales/en/review.yaml\n  The words of the source language are no translation.\n  To mend it: delete this file.',
    );
  });

  it('has one of three states', async () => {
    expect(await problemsOf({ 'locales/ar/review.yaml': 'state: done\n' })).toContain('error locales/ar/review.yaml:1');
  });
});
