import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PrintedSheet } from '../../src/pdf/print-sheets.ts';
import { formatProblem } from '../../src/problem.ts';
import { fixtureSettings, PROJECT } from '../fixture-site.ts';
import { buildWholeSite } from '../html/build-fixture-site.ts';
import { printBuilt } from './print-built-site.ts';

const DETAILS = `
address: { street: 1000 Long Street Name, city: Los Angeles, state: CA, postalCode: "90001" }
hours:
  - { days: [monday, tuesday, wednesday, thursday, friday], opens: "08:30", closes: "17:00" }
`;

let root: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'handout-press-room-'));
  for (const folder of ['content', 'locales']) await cp(join(PROJECT, folder), join(root, folder), { recursive: true });
});
afterAll(() => rm(root, { recursive: true, force: true }));

describe('the shipped handouts, in every language', () => {
  it('have room for the line that tells readers of an overdue program to call', async () => {
    const printed = await printAll({ today: '2030-01-01' });
    expect(printed.every(({ sheet }) => sheet.panel.programs[0]?.confirm !== undefined)).toBe(true);
  });

  it('have room for the address and hours of their clinic, once they are known', async () => {
    const file = join(root, 'content/clinics/ccchc.yaml');
    await writeFile(file, (await readFile(file, 'utf8')) + DETAILS);
    const printed = await printAll({});
    expect(printed.every(({ sheet }) => sheet.panel.lines.length === 3)).toBe(true);
  });
});

/** Prints all sheets, each on one sheet of paper at 12 points or more, or fails with the problems. */
async function printAll(overrides: { today?: string }): Promise<PrintedSheet[]> {
  const built = await buildWholeSite(await fixtureSettings(root, overrides));
  const { value, problems } = await printBuilt(built);
  expect(problems.map(formatProblem).join('\n')).toBe('');
  expect(value).toHaveLength(built.sheets.length);
  expect(Math.min(...value.map(({ points }) => points))).toBeGreaterThanOrEqual(12);
  return value;
}
