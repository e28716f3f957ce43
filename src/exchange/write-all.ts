import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** A file to write: its path and all of its text. */
export interface NewText {
  path: string;
  text: string;
}

/**
 * Writes files all or none: each beside its place first, and then all are moved into theirs. What fails before, such as
 * a full disk, leaves every file as it was.
 */
export async function writeAll(files: readonly NewText[]): Promise<void> {
  const beside = (path: string): string => `${path}.new`;
  try {
    for (const { path, text } of files) {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(beside(path), text);
    }
  } catch (failure) {
    await Promise.all(files.map(({ path }) => rm(beside(path), { force: true })));
    throw failure;
  }
  for (const { path } of files) await rename(beside(path), path);
}
