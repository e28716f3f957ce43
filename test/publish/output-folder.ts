import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PressError } from '../../src/problem.ts';
import { MANIFEST_FILE } from '../../src/publish/manifest-file.ts';
import { replaceOutput } from '../../src/publish/replace-output.ts';

/** Every file below a folder with its text. */
export async function readTree(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const read = files.sort().map(async (file) => [file.slice(folder.length + 1), await readFile(file, 'utf8')]);
  return Object.fromEntries((await Promise.all(read)) as [string, string][]);
}

/** Writes files into a folder as anybody might. */
export async function writeTree(folder: string, texts: Record<string, string>): Promise<void> {
  for (const [path, text] of Object.entries(texts)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

/** Puts an output of these files in place, with a manifest if none is given. */
export async function putOutput(
  folder: string,
  files: Record<string, string> | readonly (readonly [string, Uint8Array])[],
): Promise<void> {
  const entries = Array.isArray(files) ? (files as [string, Uint8Array][]) : Object.entries(files);
  await replaceOutput(folder, (output) => {
    output.write(MANIFEST_FILE, Buffer.from('{}'));
    for (const [path, content] of entries)
      if (path !== MANIFEST_FILE) output.write(path, Buffer.from(content as string));
  });
}

/** The problems a piece of work ends in. */
export async function failureOf(work: () => unknown): Promise<PressError> {
  try {
    await work();
  } catch (failure) {
    if (failure instanceof PressError) return failure;
    throw failure;
  }
  throw new Error('It was expected to fail.');
}
