import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PrintedSheet } from '../../src/pdf/print-sheets.ts';
import { formatProblem, type Problem } from '../../src/problem.ts';
import type { Settings } from '../../src/settings.ts';
import { fixtureSettings, PROJECT } from '../fixture-site.ts';
import { buildWholeSite } from '../html/build-fixture-site.ts';
import { printBuilt } from './print-built-site.ts';

const DETAILS = `
address: { street: 1000 Long Street Name, city: Los Angeles, state: CA, postalCode: "90001" }
hours:
  - { days: [monday, tuesday, wednesday, thursday, friday], opens: "08:30", closes: "17:00" }
`;

/**
 * Sheets that are full at 12 points, so that a longer panel does not fit: the build then says by how much, and an
 * author must shorten the text. They are named here so that a change shows; a sheet that gets room is taken out, and
 * one that loses it is looked at before it is added. All of them have room on A4, which is higher.
 */
const NO_ROOM = {
  'the line of an overdue program': [] as string[],
  /** The worksheets of the visit stand whole, and leave little between them; the Japanese sheet lacks 2 mm. */
  'address and hours': [
    'calciphylaxis-visit/fa.md',
    'calciphylaxis-visit/hi.md',
    'calciphylaxis-visit/km.md',
    'calciphylaxis/ja.md',
  ],
};

const FORMS_OF_ONE_SHEET: Settings['forms'] = ['standard', 'a4'];
/** Every handout is printed on both papers, on a machine that may be busy. */
const PRINTING_TIMEOUT = 600_000;

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'handout-press-room-'));
  for (const folder of ['content', 'locales']) await cp(join(PROJECT, folder), join(root, folder), { recursive: true });
});
afterAll(() => rm(root, { recursive: true, force: true }));

const isTooLong = ({ what }: Problem): boolean => what.startsWith('This handout does not fit on one sheet');

/** Prints all sheets at the smallest size: a sheet that fits at any size fits at this. */
async function printAll(overrides: Partial<Settings>): Promise<{
  value: PrintedSheet[];
  noRoom: string[];
  others: Problem[];
  count: number;
}> {
  // The forms on one sheet of paper; saving ink takes no more room than the standard form.
  const settings = await fixtureSettings(root, {
    ...{ forms: FORMS_OF_ONE_SHEET, packs: [], bodySize: { min: 12, max: 12 } },
    ...overrides,
  });
  const built = await buildWholeSite(settings);
  const { value, problems } = await printBuilt(built);
  const files = problems.filter(isTooLong).map(({ where }) => where.file.replace('content/handouts/', ''));
  const others = problems.filter((problem) => !isTooLong(problem));
  return { value, noRoom: files.sort(), others, count: built.sheets.flatMap(({ files: all }) => all).length };
}

describe('the shipped handouts, in every language', () => {
  it(
    'have room for the line that tells readers of an overdue program to call, all but those named above',
    async () => {
      const { value, noRoom, others, count } = await printAll({ today: '2030-01-01' });
      expect(noRoom).toEqual(NO_ROOM['the line of an overdue program']);
      expect(others.map(formatProblem).join('\n')).toBe('');
      expect(value.length + noRoom.length).toBe(count);
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

    it('have room for them, all but those named above', () => {
      expect(printed.noRoom).toEqual(NO_ROOM['address and hours']);
      expect(printed.value.every(({ sheet }) => sheet.panel.lines.length === 3)).toBe(true);
      expect(printed.value.length).toBeGreaterThan(0);
    });

    it('are read back whole', () => {
      const { value, noRoom, others, count } = printed;
      expect(others.map(formatProblem).join('\n')).toBe('');
      expect(value.length + noRoom.length).toBe(count);
    });
  });
});
