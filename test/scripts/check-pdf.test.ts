import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PROJECT } from '../fixture-site.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'check-pdf-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Runs the check as a person at the terminal does, on a machine that has no program at all. */
function runCheck(...args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/check-pdf.ts', ...args], {
    cwd: PROJECT,
    env: { ...process.env, PATH: join(folder, 'bin'), NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (data: Buffer) => (stdout += data.toString()));
  child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })));
}

describe('npm run check:pdf', () => {
  it('says that it did not check where Java is missing, and fails only if it is required to check', async () => {
    await mkdir(join(folder, 'print'));
    await writeFile(join(folder, 'print', 'a.pdf'), '');
    const lenient = await runCheck('--output', folder);
    expect(lenient.stdout).toMatch(/^warning veraPDF\n {2}The PDFs were NOT checked\. Java is not installed\.\n/);
    expect(lenient).toMatchObject({ code: 0, stderr: '' });
    const strict = await runCheck('--output', folder, '--require');
    expect(strict.stdout).toBe(lenient.stdout.replace('warning', 'error'));
    expect(strict).toMatchObject({ code: 1, stderr: '' });
  });

  it('fails on a folder without a PDF, and on one that is not there', async () => {
    for (const output of [folder, join(folder, 'none')]) {
      const { code, stdout, stderr } = await runCheck('--output', output);
      expect(stdout).toMatch(
        /^error .*\n {2}This folder has no PDF, or is not there\.\n {2}To mend it: run npm run build first\.\n$/,
      );
      expect([code, stderr]).toEqual([1, '']);
    }
  });

  it('fails on an option it does not know, and explains those it does', async () => {
    const { code, stdout } = await runCheck('--fast');
    expect(stdout).toMatch(
      /^error command line\n {2}Unknown option '--fast'.*\n {2}To mend it: run: npm run check:pdf -- --help\n/,
    );
    expect(code).toBe(1);
    const help = await runCheck('--help');
    expect(help.stdout).toMatch(/^Usage: npm run check:pdf -- \[options\]\n[^]*--output FOLDER[^]*--require/);
    expect(help.code).toBe(0);
  });
});
