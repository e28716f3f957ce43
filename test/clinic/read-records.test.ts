import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readContent } from '../../src/read-content.ts';
import { formatProblem, PressError } from '../../src/problem.ts';
import type { Settings } from '../../src/settings.ts';
import { copyFixtureSite, fixtureSettings } from '../fixture-site.ts';

const NETWORK = `name,phone,programs
Sample Clinic B,213-555-0142,free-checkup
عيادة نموذجية,213-555-0143,
Full,213-555-0144,
`;

/** The fixture site's content with a table, or its problems without the folder's name. */
async function read(table: string | undefined, overrides: Partial<Settings> = {}) {
  const root = await copyFixtureSite(table === undefined ? {} : { 'network.csv': table });
  const clinicTable = table === undefined ? undefined : join(root, 'network.csv');
  return readContent(await fixtureSettings(root, { clinicTable, ...overrides })).then(
    ({ records }) => ({ records, problems: '' }),
    (failure: unknown) => {
      if (!(failure instanceof PressError)) throw failure;
      return {
        records: undefined,
        problems: failure.problems.map(formatProblem).join('\n').replaceAll(`${root}/`, ''),
      };
    },
  );
}

describe('the records of a press with a table of clinics', () => {
  it('have its clinics beside those with a file, in the order of their ids', async () => {
    const { records } = await read(NETWORK);
    expect(records?.clinics.map(({ id }) => id)).toEqual(['bare', 'full']);
    expect(records?.network.map(({ id, lineOf }) => [id, lineOf([])])).toEqual([
      ['clinic-cd99587f', 3],
      [expect.stringMatching(/^full-x[0-9a-f]{8}$/), 4],
      ['sample-clinic-b', 2],
    ]);
  });

  it('have none without a table', async () => {
    expect((await read(undefined)).records?.network).toEqual([]);
  });

  it('are refused with a name that no font can draw, named by its row', async () => {
    const { problems } = await read(`${NETWORK}Sample 𓀀,213-555-0145,\n`);
    expect(problems).toContain('error network.csv:5\n  No font has the character "𓀀"');
  });

  it('are refused together with whatever else is wrong', async () => {
    const { problems } = await read('name,phone,programs\nA,1,x\n', { onlyClinics: ['a'], onlyLanguages: ['e'] });
    expect(problems).toContain('error network.csv:2\n  The column "phone" is not right');
    expect(problems).toContain('error network.csv:2\n  There is no program "x".');
    expect(problems).toContain('"e" is not a language of this press.');
    expect(problems).not.toContain('error --only-clinic');
  });
});

describe('the clinics and languages that alone are asked for', () => {
  it('may be of a file or of the table', async () => {
    const { problems } = await read(NETWORK, { onlyClinics: ['bare', 'sample-clinic-b'], onlyLanguages: ['ar'] });
    expect(problems).toBe('');
  });

  it('are refused if they are not there', async () => {
    const { problems } = await read(NETWORK, {
      onlyClinics: ['sample-clinic-a', 'bare'],
      onlyLanguages: ['arr', 'xx'],
    });
    expect(problems.replaceAll(/full-x[0-9a-f]{8}/g, 'full-x…')).toMatchInlineSnapshot(`
      "error --only-clinic
        There is no clinic "sample-clinic-a".
        To mend it: did you mean "sample-clinic-b"? Use one of: bare, full, clinic-cd99587f, full-x…, sample-clinic-b.
      error --only-language
        "arr" is not a language of this press.
        To mend it: did you mean "ar"? Use one of: en, ar.
      error --only-language
        "xx" is not a language of this press.
        To mend it: use one of: en, ar."
    `);
  });
});
