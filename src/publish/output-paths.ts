/** The little of a disk that {@link OutputPaths} asks; paths are from the output's root. */
export interface OutputDisk {
  exists(path: string): boolean;
  makeFolder(path: string): void;
}

/**
 * Watches over the paths of an output, so that it is the same on a disk that tells capitals from small letters and on
 * one that does not: each folder is made once, and no two names differ only in that.
 *
 * A build may write a million files, so not every path is kept. Of two names that differ in capitals, one at least has
 * some: only those are remembered, and of the others the disk itself is asked.
 */
export class OutputPaths {
  readonly #disk: OutputDisk;
  /** Folders by their folded paths. */
  readonly #folders = new Map([['', '']]);
  /** Files whose names are not their own folded form, by their folded paths. */
  readonly #capitalFiles = new Map<string, string>();

  constructor(disk: OutputDisk) {
    this.#disk = disk;
  }

  /**
   * Makes the folders of a new file. That the file itself is new is left to the disk, which is asked when it is opened.
   * @param path from the output's root, `/` as separator
   * @throws {Error} if the path leads out of the output, or clashes with one before it
   */
  makeRoomFor(path: string): void {
    if (leadsOut(path)) throw new Error(`${path} leads out of the output folder`);
    const { folder, name } = split(path);
    this.#makeFolder(folder);
    const folded = fold(path);
    this.#refuse(path, this.#folders.get(folded) ?? this.#capitalFiles.get(folded) ?? this.#foldedTwin(folder, name));
    if (name !== fold(name)) this.#capitalFiles.set(folded, path);
  }

  #makeFolder(path: string): void {
    const folded = fold(path);
    const known = this.#folders.get(folded);
    if (known === path) return;
    const { folder, name } = split(path);
    this.#makeFolder(folder);
    // No folder of this name is known, so what is on the disk is a file.
    const file = this.#disk.exists(path) ? path : this.#foldedTwin(folder, name);
    this.#refuse(path, known ?? this.#capitalFiles.get(folded) ?? file);
    this.#disk.makeFolder(path);
    this.#folders.set(folded, path);
  }

  /** What has the name in small letters, if this one has capitals. */
  #foldedTwin(folder: string, name: string): string | undefined {
    if (name === fold(name)) return undefined;
    const twin = folder === '' ? fold(name) : `${folder}/${fold(name)}`;
    return this.#disk.exists(twin) ? twin : undefined;
  }

  #refuse(path: string, other: string | undefined): void {
    if (other === path) throw new Error(`${path} is there twice`);
    if (other !== undefined) throw new Error(`${path} and ${other} are one name on many disks`);
  }
}

/** A path as a disk sees it that minds neither capitals nor how an accent is put together. */
function fold(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

function split(path: string): { folder: string; name: string } {
  const end = path.lastIndexOf('/');
  return { folder: path.slice(0, Math.max(end, 0)), name: path.slice(end + 1) };
}

/** True for all but a plain path: on Windows a backslash or a drive leads elsewhere too. */
function leadsOut(path: string): boolean {
  return /^[a-z]:|[\\\0]/i.test(path) || path.split('/').some((name) => name === '' || name === '.' || name === '..');
}
