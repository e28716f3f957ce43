import { Zip, ZipPassThrough } from 'fflate';
import { fileName, type LoadedFile } from './load-files.ts';

/**
 * Puts files into a zip file, in a folder for each language. They are only stored, since PDFs are packed already; and
 * piece by piece, so that a phone need not hold them twice.
 * @param date ISO date that the files get, as in the packs of the press (publish/build-packs.ts)
 */
export function zipFiles(files: readonly LoadedFile[], date: string): Blob {
  const pieces: BlobPart[] = [];
  const zip = new Zip((failure, piece) => {
    if (failure) throw failure;
    pieces.push(piece);
  });
  const [year = 1980, month = 1, day = 1] = date.split('-').map(Number);
  for (const { language, address, content } of files) {
    const entry = new ZipPassThrough(`${language}/${fileName(address)}`);
    entry.mtime = new Date(year, month - 1, day, 12);
    zip.add(entry);
    entry.push(content, true);
  }
  zip.end();
  return new Blob(pieces, { type: 'application/zip' });
}
