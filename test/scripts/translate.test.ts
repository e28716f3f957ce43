import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { translate } from '../exchange/exchange-site.ts';
import { copyFixtureSite } from '../fixture-site.ts';
import { type Ended, runHandouts } from './run-handouts.ts';

const WATER = 'content/handouts/water/ar.md';
let root: string;
beforeEach(async () => {
  root = await copyFixtureSite();
});

const run = (command: string, ...args: string[]): Promise<Ended> =>
  runHandouts(['translate', command, '--content', root, ...args]);
const onDisk = (file: string): Promise<string> => readFile(join(root, file), 'utf8');

/** Exports the handout about water, and gives it back with one text of another wording. */
async function comeBack(id: string, target: string): Promise<string> {
  const folder = join(root, 'out');
  const { code } = await run('export', 'ar', '--output', folder, '--handout', 'water');
  expect(code).toBe(0);
  const file = join(folder, 'handout-water.ar.xlf');
  await writeFile(file, translate(await readFile(file, 'utf8'), id, target));
  return file;
}

describe('handouts translate', () => {
  it('exports files and takes them back, and shows first what would change', async () => {
    const file = await comeBack('call-now.1', 'فقدان الوعي');
    const before = await onDisk(WATER);
    const dry = await run('import', '--dry-run', file);
    expect(dry.stdout).toContain('  call-now.1\n    [-إغماء-]{+فقدان الوعي+}\n');
    expect(dry.stdout).toContain('1 text would change in 1 file.\n');
    expect(await onDisk(WATER)).toBe(before);
    const real = await run('import', file);
    expect(real).toMatchObject({ code: 0, stderr: '' });
    expect(await onDisk(WATER)).toBe(before.replace('- إغماء', '- فقدان الوعي'));
  }, 120_000);

  it('writes nothing that a build would refuse', async () => {
    const file = await comeBack('how-much.1', '<pc id="1">كوب</pc> مع كل وجبة، 250 ملتر. <pc id="2">المشي</pc>.');
    const before = await onDisk(WATER);
    const { code, stdout } = await run('import', file);
    expect(stdout).toContain('lacks the number 200');
    expect(stdout).toContain('Nothing was imported.');
    expect(code).toBe(1);
    expect(await onDisk(WATER)).toBe(before);
  }, 120_000);

  it('names the languages, handouts and formats there are', async () => {
    const said = async (...args: Parameters<typeof run>): Promise<string> => {
      const { code, stdout, stderr } = await run(...args);
      expect(code).toBeGreaterThan(0);
      return stdout + stderr;
    };
    expect(await said('export', 'at')).toContain('"at" is not a language of this press.');
    expect(await said('export', 'ar', '--format', 'tmx')).toContain('use one of: xliff, po.');
    expect(await said('export', 'ar', '--handout', 'wter')).toContain('did you mean "water"?');
    expect(await said('import', join(root, 'none.xlf'))).toContain('There is no such file.');
  }, 120_000);
});
