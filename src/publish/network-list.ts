import { describeFile, formatList } from './manifest-file.ts';
import type { ManifestEntry, NetworkListEntry, SheetEntry } from './manifest.ts';
import type { Output } from './open-output.ts';

/**
 * Where the list of a unit of the network lies.
 * @param bucket number of the group of clinics
 */
export function networkListPath(locale: string, bucket: number): string {
  return `network/${locale}/${bucket}.json`;
}

/**
 * Writes the files of one unit of the network (a language and a few hundred clinics) and lists them as they go, so that
 * memory holds the list of a unit only. Several may be open at a time: each writes its own list.
 */
export class NetworkList {
  readonly #output: Pick<Output, 'write'>;
  readonly #path: string;
  readonly #files: ManifestEntry[] = [];

  /** @param path of the list itself; see {@link networkListPath} */
  constructor(output: Pick<Output, 'write'>, path: string) {
    this.#output = output;
    this.#path = path;
  }

  /** Writes a file and lists it. @throws {PressError} as {@link Output.write} does */
  write(path: string, chunks: readonly Uint8Array[], sheet?: SheetEntry): void {
    this.#output.write(path, chunks);
    this.#files.push(describeFile(path, chunks, sheet));
  }

  /** Writes the list, after the last file. @returns what `manifest.json` says of it */
  finish(): NetworkListEntry {
    const list = formatList(this.#files);
    this.#output.write(this.#path, list);
    const { sha256 } = describeFile(this.#path, [list]);
    const bytes = this.#files.reduce((sum, file) => sum + file.bytes, 0);
    return { path: this.#path, sha256, files: this.#files.length, bytes };
  }
}
