import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Ended, runHandouts } from './run-handouts.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'check-pdf-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Runs the check on a machine that has no program at all. */
function runCheck(...args: string[]): Promise<Ended> {
  return runHandouts(['check-pdf', ...args], { env: { PATH: join(folder, 'bin'), NO_COLOR: '1' } });
}

describe('npm run check:pdf', () => {
  it('says that it did not check where Java is missing, and fails only if it is required to check', async () => {
    await mkdir(join(folder, 'print'));
    await writeFile(join(folder, 'print', 'a.pdf'), '');
    const lenient = await runCheck('--output', folder);
    expect(lenient.stdout).toMatch(/^warning veraPDF\n {2}The PDFs were NOT checked\. Java is not installed\.\n/);
    expect(lenient).toMatchObject({ code: 0, stderr: '' });
    const strict = await runCheck('--output', folder, '--require');
    expect(strict.stdout).toBe(`${lenient.stdout.replace('warning', 'error')}1 problem.\n`);
    expect(strict).toMatchObject({ code: 1, stderr: '' });
  });

  it('fails on a folder without a PDF, and on one that is not there', async () => {
    for (const output of [folder, join(folder, 'none')]) {
      const { code, stdout, stderr } = await runCheck('--output', output);
      expect(stdout).toMatch(
        /^error .*\n {2}This folder has no PDF, or is not there\.\n {2}To mend it: run npm run build first\.\n1 problem\.\n$/,
      );
      expect([code, stderr]).toEqual([1, '']);
    }
  });
});
