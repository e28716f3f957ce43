import { constants, copyFileSync, existsSync, linkSync, mkdirSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { exists } from '../move-into-place.ts';
import { error, PressError } from '../problem.ts';
import { isRunning } from '../running-process.ts';
import { MANIFEST_FILE } from './manifest-file.ts';
import { OutputPaths } from './output-paths.ts';
import { writeChunks } from './write-chunks.ts';

/**
 * A new output while it is being written, beside the old one. It takes its place only as a whole: a build that fails,
 * or is killed, or finds the disk full, leaves the last good output as it was.
 */
export interface Output {
  /**
   * Writes one file. Its bytes are not kept: any number of files may be written in the same memory.
   * @param path from the output's root, `/` as separator
   * @throws {PressError} when it cannot be written, leads out of the output or clashes with a file before it
   */
  write(path: string, chunks: Uint8Array | readonly Uint8Array[]): void;
  /**
   * Takes over a finished file from elsewhere: without copying it, if it is on the same disk.
   * @throws {PressError} as {@link Output.write} does
   */
  takeOver(path: string, source: string): void;
  /** Puts the new output in the place of the old one. @throws {PressError} when that fails; the old one is back then */
  commit(): Promise<void>;
  /** Removes what was written. Does nothing after a commit. @throws {PressError} when it cannot be removed */
  discard(): Promise<void>;
}

/**
 * Begins a new output. Puts in order what a killed build left: the good output that it had moved aside, and what it had
 * written so far.
 * @throws {PressError} when the folder is not one of ours or cannot be written
 */
export async function openOutput(folder: string): Promise<Output> {
  await refuseForeign(folder);
  const next = `${folder}${NEXT}${process.pid}`;
  await orExplain(folder, async () => {
    await removeAbandoned(folder);
    await restoreInterrupted(folder);
    await mkdir(next, { recursive: true });
  });
  const paths = new OutputPaths({
    exists: (path) => existsSync(join(next, path)),
    makeFolder: (path) => mkdirSync(join(next, path)),
  });
  const place = (path: string, write: (target: string) => void) => {
    try {
      paths.makeRoomFor(path);
      write(join(next, path));
    } catch (failure) {
      throw notWritten(folder, isCode(failure, 'EEXIST') ? new Error(`${path} is there twice`) : failure);
    }
  };
  return {
    write: (path, chunks) =>
      place(path, (target) => writeChunks(target, chunks instanceof Uint8Array ? [chunks] : chunks)),
    takeOver: (path, source) => place(path, (target) => linkOrCopy(source, target)),
    commit: () => orExplain(folder, () => replaceBy(next, folder)),
    discard: () => discard(next),
  };
}

/** Follows the name of an output that is being written; then comes the process that does. */
const NEXT = '.next-';
/** Ends the name of an old output that is being removed. */
const OLD = '-old';

function previousOf(folder: string): string {
  return `${folder}.previous`;
}

async function refuseForeign(output: string): Promise<void> {
  for (const folder of [output, previousOf(output)]) {
    if ((await exists(folder)) && !(await exists(join(folder, MANIFEST_FILE)))) {
      const what = 'This folder exists and was not made by the press, so it is left alone.';
      throw new PressError([error(folder, what, 'move it away, or choose another folder with --output.')]);
    }
  }
}

/** A build that was killed between the two moves left the good output under its other name. */
async function restoreInterrupted(folder: string): Promise<void> {
  const previous = previousOf(folder);
  if (!(await exists(previous))) return;
  if (await exists(folder)) await removePrevious(folder);
  else await rename(previous, folder);
}

/** Under a name that the next build removes, should this one be killed meanwhile and leave a half of it. */
async function removePrevious(folder: string): Promise<void> {
  const doomed = `${folder}${NEXT}${process.pid}${OLD}`;
  await rename(previousOf(folder), doomed);
  await rm(doomed, { recursive: true, force: true });
}

/** A build that was killed while it wrote left its new output. One of another process that runs is not touched. */
async function removeAbandoned(folder: string): Promise<void> {
  const start = `${basename(folder)}${NEXT}`;
  const siblings = await readdir(dirname(folder)).catch((failure: unknown) => {
    if (isCode(failure, 'ENOENT')) return [];
    throw failure;
  });
  for (const name of siblings.filter((sibling) => sibling.startsWith(start))) {
    const pid = Number(name.slice(start.length).replace(OLD, ''));
    const isAbandoned = Number.isInteger(pid) && pid > 0 && (pid === process.pid || !isRunning(pid));
    if (isAbandoned) await rm(join(dirname(folder), name), { recursive: true, force: true });
  }
}

async function replaceBy(next: string, folder: string): Promise<void> {
  if (!(await exists(join(next, MANIFEST_FILE)))) throw new Error(`no ${MANIFEST_FILE} was written`);
  try {
    if (await exists(folder)) await rename(folder, previousOf(folder));
    await rename(next, folder);
  } catch (failure) {
    await restoreInterrupted(folder);
    throw failure;
  }
  if (await exists(previousOf(folder))) await removePrevious(folder);
}

async function discard(next: string): Promise<void> {
  try {
    await rm(next, { recursive: true, force: true });
  } catch (failure) {
    const what = `What was written of the new output could not be removed: ${reasonOf(failure)}.`;
    throw new PressError([error(next, what, 'remove this folder by hand.')]);
  }
}

/** The same file under a second name; a copy where the disk does not offer that or is another. */
function linkOrCopy(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch (failure) {
    if (!['EXDEV', 'EPERM', 'EMLINK', 'ENOTSUP', 'ENOSYS'].some((code) => isCode(failure, code))) throw failure;
    copyFileSync(source, target, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
  }
}

async function orExplain(folder: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (failure) {
    throw notWritten(folder, failure);
  }
}

function notWritten(folder: string, failure: unknown): PressError {
  const what = `The new output could not be written: ${reasonOf(failure)}. The last one is still there.`;
  return new PressError([
    error(folder, what, 'make room on the disk and check that you may write there, then build again.'),
  ]);
}

function reasonOf(failure: unknown): string {
  return failure instanceof Error ? failure.message : String(failure);
}

function isCode(failure: unknown, code: string): boolean {
  return (failure as NodeJS.ErrnoException | undefined)?.code === code;
}
