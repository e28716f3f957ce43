import { describe, expect, it } from 'vitest';
import { readWantedLanguages } from '../../src/i18n/wanted-languages.ts';
import { formatProblem } from '../../src/problem.ts';
import { problemsOf } from '../bad-input/problems-of.ts';
import { copyFixtureSite } from '../fixture-site.ts';

const FILE = 'locales/wanted.yaml';
const MIEN = `- name: Iu Mienh
  english: Iu Mien
  tag: ium
  why: A translator is needed.
`;
const read = async (text: string | null) =>
  readWantedLanguages(await copyFixtureSite(text === null ? {} : { [FILE]: text }));
const problemsIn = async (text: string): Promise<string> => (await read(text)).problems.map(formatProblem).join('\n');

describe('the languages that are still wanted', () => {
  it('are read in the order of their file', async () => {
    const { value } = await read(MIEN + MIEN.replace('Iu Mienh', 'Mam').replace('ium', 'mam'));
    expect(value?.map(({ name, tag }) => [name, tag])).toEqual([
      ['Iu Mienh', 'ium'],
      ['Mam', 'mam'],
    ]);
  });

  it.each([
    ['without its file', null],
    ['with an empty list', '[]\n'],
  ])('are none in a press %s', async (_case, text) => {
    expect(await read(text)).toMatchObject({ value: [], problems: [] });
  });

  // An empty file is read as named values, which are no list (parseRecord in src/read-record.ts).
  it('are none where all were taken out of the file and only its comment is left', async () => {
    expect(await read('# Languages that readers need.\n')).toMatchObject({ value: [], problems: [] });
  });
});

describe('a list of wanted languages that is not right', () => {
  it('stops the build', async () => {
    expect(await problemsOf({ [FILE]: MIEN.replace('why:', 'reason:') })).toMatchInlineSnapshot(`
      "error locales/wanted.yaml:1
        The key "0.why" is missing.
        To mend it: add it. It should be: why it is missing, in the source language.
      error locales/wanted.yaml:4
        The key "0.reason" is not known here.
        To mend it: remove it, or use one of: name, english, tag, why."
    `);
  });

  it('is refused when something is left empty', async () => {
    expect(await problemsIn(MIEN + MIEN.replace('Iu Mienh', '" "'))).toMatchInlineSnapshot(`
      "error locales/wanted.yaml:5
        The value of "1.name" is not right: empty.
        To mend it: correct it. It should be: what its speakers call the language."
    `);
  });

  it('is refused when it cannot be read at all', async () => {
    expect(await problemsIn(MIEN.replace('A translator', 'needed: A translator'))).toMatch(
      /^error locales\/wanted\.yaml:4\n {2}This cannot be read: there is a colon inside the text\./,
    );
  });

  // "There are no named values here. … write them as name: value": that is what stands there.
  it('is told to be a list where it is not one', async () => {
    expect(await problemsIn(MIEN.replaceAll(/^- | {2}/gm, ''))).toContain('list');
  });
});
