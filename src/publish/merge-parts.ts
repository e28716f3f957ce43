import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { error, hasErrors, PressError, type Problem, stopOnErrors } from '../problem.ts';
import { checkParts, type Part } from './check-parts.ts';
import type { ManifestEntry } from './manifest.ts';
import { describeFile, formatManifest, MANIFEST_FILE } from './manifest-file.ts';
import type { Output } from './open-output.ts';
import { parseList, readManifest } from './read-manifest.ts';
import { replaceOutput } from './replace-output.ts';

/** What merging has put together. */
export interface MergeReport {
  parts: number;
  files: number;
  bytes: number;
}

/**
 * Joins the parts of a build (`--shard`) to the output that the same build makes without parts, byte for byte. Files
 * are linked where that is possible, so that parts on the same disk cost no room.
 * @param folders of the parts, as a person named them
 * @throws {PressError} with all that is wrong with the parts; the last output then stays
 */
export async function mergeParts(folders: readonly string[], output: string): Promise<MergeReport> {
  const read = await Promise.all(folders.map(async (folder) => ({ folder, ...(await readManifest(folder)) })));
  const parts = read.flatMap(({ folder, value }) => (value ? [{ folder, manifest: value }] : []));
  const problems = read.flatMap((one) => one.problems);
  // Whether parts are missing cannot be said before all are read.
  if (!hasErrors(problems)) problems.push(...checkParts(parts));
  return replaceOutput(output, (opened) => {
    // One that is there twice is told of already, and not file by file.
    const once = parts.filter((part, index) => parts.findIndex((other) => isSamePart(other, part)) === index);
    const taken = once.map((part, index) => takePart(part, opened, once.slice(0, index)));
    stopOnErrors([...problems, ...taken.flatMap((one) => one.problems)]);
    const files = parts.flatMap(({ manifest }) => manifest.files);
    const network = parts.flatMap(({ manifest }) => manifest.network ?? []);
    opened.write(MANIFEST_FILE, formatManifest({ files, network }));
    const sum = (of: 'files' | 'bytes') => taken.reduce((total, one) => total + one[of], 0);
    return { parts: parts.length, files: sum('files'), bytes: sum('bytes') };
  });
}

function isSamePart({ manifest: one }: Part, { manifest: other }: Part): boolean {
  return one.shard !== undefined && one.shard.index === other.shard?.index && one.shard.count === other.shard.count;
}

/** What was taken over of a part, and what is wrong with it. */
interface Taken {
  files: number;
  bytes: number;
  problems: Problem[];
}

/** Takes over all files of a part. One list of the network at a time is in memory. */
function takePart(part: Part, output: Output, earlier: readonly Part[]): Taken {
  const damaged: string[] = [];
  const doubles = new Map<string, string[]>();
  let [files, bytes] = [0, 0];
  const take = ({ path, sha256 }: Pick<ManifestEntry, 'path' | 'sha256'>): Uint8Array | undefined => {
    const source = join(part.folder, path);
    const found = readIfThere(source);
    const other = earlier.find(({ folder }) => existsSync(join(folder, path)));
    if (!found || describeFile(path, [found]).sha256 !== sha256) damaged.push(path);
    else if (other) doubles.set(other.folder, [...(doubles.get(other.folder) ?? []), path]);
    else output.takeOver(path, source);
    return found;
  };
  const takeAll = (entries: readonly ManifestEntry[]) => {
    for (const entry of entries) {
      bytes += take(entry)?.length ?? 0;
      files += 1;
    }
  };
  takeAll(part.manifest.files);
  for (const list of part.manifest.network ?? []) {
    const content = take(list);
    if (!content || damaged.at(-1) === list.path) continue;
    const entries = parseList(content);
    if (entries) takeAll(entries);
    else damaged.push(list.path);
  }
  return { files, bytes, problems: [...damagedProblem(part, damaged), ...doubleProblems(part, doubles)] };
}

function readIfThere(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch (failure) {
    const { code = '', message } = failure as NodeJS.ErrnoException;
    if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes(code)) return undefined;
    throw new PressError([error(file, `This file cannot be read: ${message}.`, 'check that you may read it.')]);
  }
}

function damagedProblem({ folder }: Part, paths: readonly string[]): Problem[] {
  if (paths.length === 0) return [];
  const what =
    paths.length === 1
      ? `${paths[0]} is missing or is not as the part’s manifest says.`
      : `${paths.length} files are missing or are not as the part’s manifest says: ${someOf(paths)}.`;
  return [error(folder, what, 'copy this part again from where it was built, or build it again.')];
}

function doubleProblems({ folder }: Part, doubles: ReadonlyMap<string, readonly string[]>): Problem[] {
  return [...doubles].map(([other, paths]) => {
    const what = `${someOf(paths)} ${paths.length === 1 ? 'is' : 'are'} in ${other} too.`;
    return error(folder, what, 'build both parts again, each into an empty folder.');
  });
}

/** The first few: a part that was not copied may miss a hundred thousand files. */
function someOf(paths: readonly string[]): string {
  const shown = paths.slice(0, 3).join(', ');
  return paths.length > 3 ? `${shown} and ${paths.length - 3} more` : shown;
}
