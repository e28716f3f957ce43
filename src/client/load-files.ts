import type { OfferedFile } from './choose-files.ts';

/** A file and what is in it. */
export interface LoadedFile extends OfferedFile {
  content: Uint8Array;
}

/** Files that could not be loaded. */
export class MissingFiles extends Error {
  readonly names: string[];
  /** @param names as they are on the site, without their folders */
  constructor(names: string[]) {
    super(names.join(', '));
    this.names = names;
  }
}

/** Loaded at a time: browsers have six connections to a host, and the page may need some itself. */
const AT_ONCE = 4;

/**
 * Loads files in their order.
 * @param onProgress told how many have been asked for and answered
 * @throws {MissingFiles} naming all that could not be loaded
 */
export async function loadFiles(
  files: readonly OfferedFile[],
  onProgress: (done: number) => void,
): Promise<LoadedFile[]> {
  const loaded: LoadedFile[] = [];
  const missing: string[] = [];
  for (let start = 0; start < files.length; start += AT_ONCE) {
    const group = files.slice(start, start + AT_ONCE);
    const contents = await Promise.all(group.map(({ address }) => loadPdf(address)));
    group.forEach((file, index) => {
      const content = contents[index];
      if (content) loaded.push({ ...file, content });
      else missing.push(fileName(file.address));
    });
    onProgress(start + group.length);
  }
  if (missing.length > 0) throw new MissingFiles(missing);
  return loaded;
}

/** Nothing if it cannot be had, or is no PDF: the sign-in page of a hospital's network answers to every address. */
async function loadPdf(address: string): Promise<Uint8Array | undefined> {
  try {
    const response = await fetch(address);
    const content = new Uint8Array(await response.arrayBuffer());
    const isPdf = String.fromCharCode(...content.subarray(0, 5)) === '%PDF-';
    return response.ok && isPdf ? content : undefined;
  } catch {
    return undefined;
  }
}

/** The name of the file at an address. */
export function fileName(address: string): string {
  const path = address.replace(/[?#].*$/, '');
  return decodeURIComponent(path.slice(path.lastIndexOf('/') + 1));
}
