import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PressError, type Problem } from './problem.ts';
import { readContent } from './read-content.ts';
import type { Settings } from './settings.ts';

/** A file as it is to be: its path from the project's root, and all of its text. */
export interface Edit {
  file: string;
  text: string;
}

/**
 * Says what would be wrong with a project after some edits, by the very checks of a build: a copy of its content is
 * edited, read and thrown away. What is wrong already is not the fault of the edits, and does not count.
 * @returns the errors that the edits would bring
 */
export async function gateEdits(settings: Settings, edits: readonly Edit[]): Promise<Problem[]> {
  const copy = await mkdtemp(join(tmpdir(), 'handout-press-'));
  try {
    for (const folder of ['content', 'locales']) {
      await cp(join(settings.root, folder), join(copy, folder), { recursive: true });
    }
    for (const { file, text } of edits) {
      await mkdir(dirname(join(copy, file)), { recursive: true });
      await writeFile(join(copy, file), text);
    }
    const after = await errorsOf({ ...settings, root: copy });
    if (after.length === 0) return [];
    // Lines move with every edit; what is wrong does not.
    const key = ({ where, what }: Problem): string => `${where.file} ${what.replaceAll(/:\d+/g, '')}`;
    const before = new Set((await errorsOf(settings)).map(key));
    return after.filter((problem) => !before.has(key(problem)));
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

async function errorsOf(settings: Settings): Promise<Problem[]> {
  try {
    await readContent({ ...settings, clinicTable: undefined });
    return [];
  } catch (failure) {
    if (failure instanceof PressError) return failure.problems.filter(({ level }) => level === 'error');
    throw failure;
  }
}
