import { fork } from 'node:child_process';
import { mkdtemp, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import { describeSheet, type SheetEntry } from '../src/publish/manifest.ts';
import type { Base } from '../src/stamp/compiled.ts';
import type { StampPanel } from '../src/stamp/print-panels.ts';
import { type CompiledSheet, stamp } from '../src/stamp/stamp-group.ts';

/** How many files are made, one count after the other. */
const COUNTS = [100, 1000, 10_000, 100_000];

/** What a child process is given: all that it links, by language, as the network's files follow each other. */
export type GrowthParts = Map<string, GrowthPart[]>;

/** A file to link; many share a sheet or a panel. */
export interface GrowthPart {
  base: Base;
  panel: StampPanel;
  pdf: string;
  entry: SheetEntry;
}

/** What a child process found. */
export interface Growth {
  files: number;
  bytes: number;
  /** From the first file to the last list, without removing them. */
  milliseconds: number;
  /** Most memory that its process had, in bytes. */
  peak: number;
}

/** A count that there was no room for on the disk, in bytes. */
export interface LeftOut {
  files: number;
  needed: number;
  free: number;
}

/** What a child process says while it works. */
export type GrowthMessage = { done: number } | Growth;

/**
 * Links and writes more and more files from panels that are there already, each count in a process of its own, so that
 * memory and speed are those of that count. The files are removed before the next.
 */
export async function measureGrowth(
  compiled: readonly CompiledSheet[],
  tell: (message: string) => void,
): Promise<(Growth | LeftOut)[]> {
  const folder = await mkdtemp(join(tmpdir(), 'handout-press-bench-'));
  try {
    const parts = join(folder, 'parts');
    await writeFile(parts, serialize(growthParts(compiled)));
    const results: (Growth | LeftOut)[] = [];
    for (const files of COUNTS) {
      const missing = await missingRoom(files, compiled, folder);
      results.push(missing ?? (await runChild(files, { parts, folder, tell })));
    }
    return results;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function growthParts(compiled: readonly CompiledSheet[]): GrowthParts {
  const parts: GrowthParts = new Map();
  for (const one of compiled) {
    const { sheet } = one.order;
    const part = { base: one.base.base, panel: one.panel, pdf: one.order.file.pdf, entry: describeSheet(stamp(one)) };
    parts.set(sheet.language.tag, [...(parts.get(sheet.language.tag) ?? []), part]);
  }
  return parts;
}

/** A tenth more than the files: folders and half-used blocks take room too. */
async function missingRoom(
  files: number,
  compiled: readonly CompiledSheet[],
  folder: string,
): Promise<LeftOut | undefined> {
  const sizes = compiled.map(({ base: { base }, panel: { panel } }) => base.bytes.length + panel.length);
  const needed = (1.1 * files * sizes.reduce((sum, size) => sum + size, 0)) / sizes.length;
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  return needed < free ? undefined : { files, needed, free };
}

function runChild(
  files: number,
  { parts, folder, tell }: { parts: string; folder: string; tell: (message: string) => void },
): Promise<Growth> {
  const child = fork(join(import.meta.dirname, 'bench-growth-child.ts'), [String(files), parts, folder]);
  return new Promise((resolve, reject) => {
    let growth: Growth | undefined;
    child.on('message', (message: GrowthMessage) => {
      if ('done' in message) tell(`${message.done} of ${files} files`);
      else growth = message;
    });
    child.on('error', reject);
    child.on('exit', (code) => {
      if (growth && code === 0) resolve(growth);
      else reject(new Error(`The process that wrote ${files} files ended with code ${code}.`));
    });
  });
}
