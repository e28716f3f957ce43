import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PrintedSheet } from '../../src/pdf/printed-file.ts';
import { formatProblem, sortProblems } from '../../src/problem.ts';
import type { Settings } from '../../src/settings.ts';
import { fixtureSettings, PROJECT } from '../fixture-site.ts';
import { buildWholeSite } from '../html/build-fixture-site.ts';
import { printBuilt } from './print-built-site.ts';

const DETAILS = `
address: { street: 1000 Long Street Name, city: Los Angeles, state: CA, postalCode: "90001" }
hours:
  - { days: [monday, tuesday, wednesday, thursday, friday], opens: "08:30", closes: "17:00" }
`;

const FORMS_OF_ONE_SHEET: Settings['forms'] = ['standard', 'a4'];
/** Every handout is printed on both papers, on a machine that may be busy. */
const PRINTING_TIMEOUT = 600_000;

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'handout-press-room-'));
  for (const folder of ['content', 'locales']) await cp(join(PROJECT, folder), join(root, folder), { recursive: true });
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** Prints all sheets at the smallest size, at which the text leaves most room. */
async function printAll(overrides: Partial<Settings>): Promise<{
  value: PrintedSheet[];
  /** In words; a sheet that lost an optional line is not of interest here. */
  problems: string;
  /** How many sheets there are. */
  expected: number;
}> {
  // The forms on one sheet of paper; saving ink takes no more room than the standard form.
  const settings = await fixtureSettings(root, {
    ...{ forms: FORMS_OF_ONE_SHEET, packs: [], bodySize: { min: 12, max: 12 } },
    ...overrides,
  });
  const built = await buildWholeSite(settings);
  const { value, problems } = await printBuilt(built);
  const grave = sortProblems(problems).filter(({ what }) => !what.includes('has no room for'));
  const expected = built.sheets.flatMap(({ files }) => files).length;
  return { value, problems: grave.map(formatProblem).join('\n'), expected };
}

describe('the shipped handouts, in every language', () => {
  it(
    'have room for the line that tells readers of an overdue program to call',
    async () => {
      const { value, problems, expected } = await printAll({ today: '2030-01-01' });
      expect(problems).toBe('');
      expect(value).toHaveLength(expected);
      expect(value.every(({ sheet }) => sheet.panel.programs[0]?.confirm !== undefined)).toBe(true);
    },
    PRINTING_TIMEOUT,
  );

  describe('with the address and hours of their clinic', () => {
    let printed: Awaited<ReturnType<typeof printAll>>;
    beforeAll(async () => {
      const file = join(root, 'content/clinics/ccchc.yaml');
      await writeFile(file, (await readFile(file, 'utf8')) + DETAILS);
      printed = await printAll({});
    }, PRINTING_TIMEOUT);

    it('have room for them, and are read back whole', () => {
      const { value, problems, expected } = printed;
      expect(problems).toBe('');
      expect(value).toHaveLength(expected);
      expect(value.every(({ sheet }) => sheet.panel.lines.length === 3)).toBe(true);
    });
  });
});
