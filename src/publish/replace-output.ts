import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { exists } from '../move-into-place.ts';
import { error, PressError } from '../problem.ts';

/** A file that only a build of the press makes: a folder without it is somebody else's and is not replaced. */
export const MANIFEST_FILE = 'manifest.json';

/**
 * Puts a whole new output in the place of the old one. Everything is written beside it first and then moved,
 * so a build that fails, or a full disk, leaves the last good output as it was.
 * @throws {PressError} when the folder is not one of ours or cannot be written
 */
export async function replaceOutput(output: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  for (const folder of [output, previousOf(output)]) {
    if ((await exists(folder)) && !(await exists(join(folder, MANIFEST_FILE)))) {
      const what = 'This folder exists and was not made by the press, so it is left alone.';
      throw new PressError([error(folder, what, 'move it away, or choose another folder with --output.')]);
    }
  }
  await restoreInterrupted(output);
  const next = `${output}.next-${process.pid}`;
  try {
    await rm(next, { recursive: true, force: true });
    await writeFiles(next, files);
    if (await exists(output)) await rename(output, previousOf(output));
    await rename(next, output);
  } catch (failure) {
    await restoreInterrupted(output);
    const reason = failure instanceof Error ? failure.message : String(failure);
    const what = `The new output could not be written: ${reason}. The last one is still there.`;
    throw new PressError([
      error(output, what, 'make room on the disk and check that you may write there, then build again.'),
    ]);
  } finally {
    await rm(next, { recursive: true, force: true });
  }
  await rm(previousOf(output), { recursive: true, force: true });
}

function previousOf(output: string): string {
  return `${output}.previous`;
}

/** A build that was killed between the two moves left the good output under its other name. */
async function restoreInterrupted(output: string): Promise<void> {
  const previous = previousOf(output);
  if (!(await exists(previous))) return;
  if (await exists(output)) await rm(previous, { recursive: true, force: true });
  else await rename(previous, output);
}

async function writeFiles(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  for (const [path, bytes] of files) {
    const target = resolve(folder, path);
    if (relative(folder, target).split(sep)[0] === '..') throw new Error(`${path} leads out of the output folder`);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, bytes);
  }
}
