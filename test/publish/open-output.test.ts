import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MANIFEST_FILE } from '../../src/publish/manifest-file.ts';
import { openOutput } from '../../src/publish/open-output.ts';
import { failureOf, putOutput, readTree, writeTree } from './output-folder.ts';

let parent: string;
let folder: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'handout-press-output-'));
  folder = join(parent, 'dist');
});
afterEach(() => rm(parent, { recursive: true, force: true }));

const bytes = (text: string) => Buffer.from(text);

/** Starts a process of Node and waits for its end. */
function runNode(
  args: readonly string[],
  { shell, env }: { shell?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<{ signal: string | null; stdout: string; stderr: string }> {
  const command = [process.execPath, '--import', 'tsx', ...args];
  const child = shell
    ? spawn('sh', ['-c', `${shell}; exec "$@"`, 'sh', ...command], { env: { ...process.env, ...env } })
    : spawn(command[0] ?? '', command.slice(1), { env: { ...process.env, ...env } });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (data: Buffer) => (stdout += data.toString()));
  child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
  return new Promise((resolve) => child.on('close', (_code, signal) => resolve({ signal, stdout, stderr })));
}

/** A process that is no longer there. */
async function deadProcess(): Promise<number> {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await new Promise((resolve) => child.on('close', resolve));
  return child.pid ?? 0;
}

describe('an output while it is written', () => {
  it('lies beside the last one, which stays until the new one is whole', async () => {
    await putOutput(folder, { 'a.html': 'old' });
    const output = await openOutput(folder);
    output.write('a.html', bytes('new'));
    output.write(MANIFEST_FILE, bytes('{}'));
    expect((await readTree(folder))['a.html']).toBe('old');
    await output.commit();
    expect((await readTree(folder))['a.html']).toBe('new');
  });

  it('takes a file in pieces, empty ones too, as one', async () => {
    const output = await openOutput(folder);
    output.write('pieces.pdf', [bytes('%PDF'), bytes(''), bytes('-1.7'), bytes('')]);
    output.write('empty.txt', []);
    output.write(MANIFEST_FILE, bytes('{}'));
    await output.commit();
    expect(await readTree(folder)).toEqual({ [MANIFEST_FILE]: '{}', 'empty.txt': '', 'pieces.pdf': '%PDF-1.7' });
  });

  it('takes more pieces than the system writes at once', async () => {
    const output = await openOutput(folder);
    const pieces = Array.from({ length: 5000 }, (_, index) => bytes(`${index};`));
    output.write('pieces.txt', pieces);
    output.write(MANIFEST_FILE, bytes('{}'));
    await output.commit();
    expect(await readFile(join(folder, 'pieces.txt'))).toEqual(Buffer.concat(pieces));
  });

  it('takes over a file from elsewhere without copying it', async () => {
    await writeFile(join(parent, 'part.pdf'), 'made elsewhere');
    const output = await openOutput(folder);
    output.takeOver('es/sheet.pdf', join(parent, 'part.pdf'));
    output.write(MANIFEST_FILE, bytes('{}'));
    await output.commit();
    expect((await readTree(folder))['es/sheet.pdf']).toBe('made elsewhere');
    expect((await stat(join(folder, 'es/sheet.pdf'))).ino).toBe((await stat(join(parent, 'part.pdf'))).ino);
  });

  it('is gone when it is discarded, and a commit leaves nothing to discard', async () => {
    const output = await openOutput(folder);
    output.write('a.html', bytes('a'));
    await output.discard();
    expect(await readdir(parent)).toEqual([]);

    const second = await openOutput(folder);
    second.write(MANIFEST_FILE, bytes('{}'));
    await second.commit();
    await second.discard();
    expect(await readdir(parent)).toEqual(['dist']);
  });

  it.each([
    ['the same path', 'en/a.html', 'en/a.html is there twice'],
    ['a path that differs in capitals', 'en/A.html', 'en/A.html and en/a.html are one name on many disks'],
  ])('refuses %s', async (_case, path, expected) => {
    const output = await openOutput(folder);
    output.write('en/a.html', bytes('first'));
    const { problems } = await failureOf(() => output.write(path, bytes('second')));
    expect(problems[0]?.what).toBe(`The new output could not be written: ${expected}. The last one is still there.`);
    await output.discard();
  });
});

describe('an output that a process left behind', () => {
  it('is removed by the next build if that process has ended', async () => {
    const pid = await deadProcess();
    await writeTree(`${folder}.next-${pid}`, { 'half.html': 'half' });
    await writeTree(`${folder}.next-${pid}-old`, { 'half.html': 'half' });
    await (await openOutput(folder)).discard();
    expect(await readdir(parent)).toEqual([]);
  });

  it('is left alone while that process runs', async () => {
    const running = `dist.next-${process.ppid}`;
    await writeTree(join(parent, running), { 'half.html': 'half' });
    await putOutput(folder, {});
    expect(await readdir(parent)).toEqual(['dist', running]);
  });
});

describe('a disk that does not take an output', () => {
  const WRITER = 'test/publish/write-and-die.ts';

  it('is told when a file stands where the folder above it must be', async () => {
    await writeFile(join(parent, 'file'), '');
    const { problems } = await failureOf(() => openOutput(join(parent, 'file/dist')));
    expect(problems[0]?.what).toMatch(/^The new output could not be written: ENOTDIR.*The last one is still there\.$/);
  });

  it('is told when the folder may not be written to, and the last output stays', async () => {
    await putOutput(folder, { 'a.html': 'old' });
    await chmod(parent, 0o555);
    const { stderr } = await runNode([WRITER, folder, '3'], { env: { AS_NOBODY: '1' } });
    await chmod(parent, 0o755);
    expect(stderr).toContain('PressError');
    expect(stderr).toMatch(/The new output could not be written: EACCES: permission denied/);
    expect(await readTree(folder)).toEqual({ [MANIFEST_FILE]: '{}', 'a.html': 'old' });
    expect(await readdir(parent)).toEqual(['dist']);
  });

  it('is told when it takes only a part of a file, as one that fills up does, and the last output stays', async () => {
    await putOutput(folder, { 'a.html': 'old' });
    // No file may be longer than 4,096 blocks of half a kilobyte (or of a whole one: shells differ).
    const { stderr } = await runNode([WRITER, folder, '1', '0', String(10_000_000)], { shell: 'ulimit -f 4096' });
    expect(stderr).toContain('PressError');
    expect(stderr).toMatch(/The new output could not be written: EFBIG: file too large/);
    expect(await readTree(folder)).toEqual({ [MANIFEST_FILE]: '{}', 'a.html': 'old' });
    expect(await readdir(parent)).toEqual(['dist']);
  });
});

describe('a build that is killed', () => {
  const COUNT = 12;
  const WRITER = 'test/publish/write-and-die.ts';
  const old = { [MANIFEST_FILE]: '{}', 'a.html': 'old', 'folder-0/0.txt': 'old' };
  const fresh = Object.fromEntries([
    ...Array.from({ length: COUNT }, (_, index) => [`folder-${index % 3}/${index}.txt`, `new ${index}`]),
    [MANIFEST_FILE, '{}'],
  ]) as Record<string, string>;

  /** Kills a build before one of its calls to the disk. @returns the folder it wrote */
  async function killBefore(call: number): Promise<string> {
    const place = join(parent, `killed-${call}`, 'dist');
    await mkdir(join(parent, `killed-${call}`));
    await putOutput(place, old);
    const { signal, stderr } = await runNode([WRITER, place, String(COUNT), String(call)]);
    expect([signal, stderr]).toEqual(['SIGKILL', '']);
    return place;
  }

  it('leaves the old output or the new one, whole, at whatever moment it was', async () => {
    await putOutput(folder, old);
    const total = Number((await runNode([WRITER, folder, String(COUNT)])).stdout);
    expect(total).toBeGreaterThan(COUNT * 3);
    // The last calls move and remove; before them, files are written.
    const moving = Array.from({ length: 5 }, (_, index) => total - index);
    const writing = fc.sample(fc.integer({ min: 1, max: total - 5 }), 6);
    const found: string[] = [];
    for (const call of new Set([...moving, ...writing])) {
      const place = await killBefore(call);
      await (await openOutput(place)).discard();
      const tree = await readTree(place);
      found.push(tree['a.html'] === 'old' ? 'old' : 'new');
      expect(tree).toEqual(found.at(-1) === 'old' ? old : fresh);
      expect(await readdir(join(place, '..'))).toEqual(['dist']);
    }
    expect(new Set(found)).toEqual(new Set(['old', 'new']));
  });

  it('does not keep the next one from its work', async () => {
    const place = await killBefore(20);
    expect(await readdir(join(place, '..'))).toHaveLength(2);
    await putOutput(place, { 'a.html': 'newest' });
    expect(await readTree(place)).toEqual({ [MANIFEST_FILE]: '{}', 'a.html': 'newest' });
    expect(await readdir(join(place, '..'))).toEqual(['dist']);
  });
});
