import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BrowserBinary, hasPackagedBrowser, unpackPackagedBrowser } from '../../src/pdf/browser-binary.ts';
import { findBrowser } from '../../src/pdf/launch-browser.ts';
import { formatProblem, PressError } from '../../src/problem.ts';
import { PROJECT } from '../fixture-site.ts';

let cache: string;
beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), 'handout-press-browser-'));
});
afterEach(() => rm(cache, { recursive: true, force: true }));

/** Unpacks in a process of its own, as another build on the same machine would. */
function unpackElsewhere(): Promise<number | null> {
  const script = `const { unpackPackagedBrowser } = await import('./src/pdf/browser-binary.ts'); await unpackPackagedBrowser(${JSON.stringify(cache)});`;
  const args = ['--import', 'tsx', '--input-type=module', '--eval', script];
  const child = spawn(process.execPath, args, { cwd: PROJECT, stdio: ['ignore', 'ignore', 'inherit'] });
  return new Promise((resolve) => child.on('exit', resolve));
}

async function expectWhole({ executable, environment }: BrowserBinary): Promise<void> {
  const { mode, size } = await stat(executable);
  expect(mode & 0o111).toBe(0o111);
  expect(size).toBeGreaterThan(50_000_000);
  expect(await readdir(environment.LD_LIBRARY_PATH?.split(':')[0] ?? '')).toContain('libnspr4.so');
  expect((await stat(environment.FONTCONFIG_FILE ?? '')).size).toBeGreaterThan(0);
}

describe.skipIf(!hasPackagedBrowser())('the packaged browser', () => {
  it('is unpacked once by two builds that start at the same time, and nothing half is left', async () => {
    expect(await Promise.all([unpackElsewhere(), unpackElsewhere()])).toEqual([0, 0]);
    const [home, ...others] = await readdir(cache);
    expect(home).toMatch(/^headless-shell-[\d.]+$/);
    expect(others).toEqual([]);
    const before = (await stat(join(cache, home ?? '', 'complete'))).mtimeMs;
    await expectWhole(await unpackPackagedBrowser(cache));
    expect((await stat(join(cache, home ?? '', 'complete'))).mtimeMs).toBe(before);
  });

  it('is the one to use, unless another is asked for', async () => {
    const { executable } = await findBrowser(join(PROJECT, 'node_modules/.cache/handout-press'), {});
    expect(executable).toMatch(/headless-shell-[\d.]+[\\/]chromium$/);
  });

  it('is not left in pieces when it cannot be unpacked', async () => {
    const file = join(cache, 'a-file');
    await writeFile(file, '');
    await expect(unpackPackagedBrowser(file)).rejects.toThrow();
    expect(await readdir(cache)).toEqual(['a-file']);
  });
});

describe('the packaged browser', () => {
  it.each([
    ['linux', 'x64', true],
    ['linux', 'arm64', false],
    ['darwin', 'arm64', false],
    ['win32', 'x64', false],
  ] as const)('runs on %s %s: %s', (platform, arch, expected) => {
    expect(hasPackagedBrowser(platform, arch)).toBe(expected);
  });
});

async function problemOf(work: Promise<unknown>): Promise<string> {
  const failure: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(failure instanceof PressError)) throw new Error('A browser was not expected to be found.', { cause: failure });
  return failure.problems.map(formatProblem).join('\n');
}

/** True on a machine that has a browser of its own, by Puppeteer's own search. */
function hasOwnBrowser(): boolean {
  const searches = [() => puppeteer.executablePath('chrome'), () => puppeteer.executablePath({ headless: 'shell' })];
  return searches.some((search) => {
    try {
      return existsSync(search());
    } catch {
      return false;
    }
  });
}

describe('the search for a browser', () => {
  it('takes the one that was asked for', async () => {
    const environment = { PUPPETEER_EXECUTABLE_PATH: process.execPath };
    expect(await findBrowser(cache, environment)).toEqual({ executable: process.execPath, environment: {} });
    expect(await readdir(cache)).toEqual([]);
  });

  it('does not take another when the one that was asked for is missing', async () => {
    expect(await problemOf(findBrowser(cache, { PUPPETEER_EXECUTABLE_PATH: '/no/chrome' }))).toBe(
      'error PUPPETEER_EXECUTABLE_PATH\n  There is no file /no/chrome.\n  To mend it: correct the path, or unset the variable.',
    );
  });

  it.skipIf(hasOwnBrowser())('names the command to run on a machine that has none', async () => {
    await mkdir(cache, { recursive: true });
    const problem = await problemOf(findBrowser(cache, {}, false));
    expect(problem).toContain('error browser\n  No browser was found to print with.');
    expect(problem).toContain('npx puppeteer browsers install chrome-headless-shell');
    expect(problem).toContain('PUPPETEER_EXECUTABLE_PATH');
  });
});
