import { stat } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import { hashInName } from '../src/publish/fingerprinted-name.ts';
import { contentType } from '../src/content-type.ts';

/** Compressed copies by what a browser calls them, the smaller one first. */
const ENCODINGS: readonly [name: string, ending: string][] = [
  ['br', '.br'],
  ['gzip', '.gz'],
];

/** How the preview answers a request. */
export interface PreviewAnswer {
  status: number;
  /** The file to send. */
  file: string;
  headers: Record<string, string>;
}

/**
 * Chooses the file for a request, as a good host does: a compressed copy for a browser that knows it, and assets to be
 * kept for ever.
 * @param folder of the output
 * @param path as the browser sent it
 * @param accepted the browser's `accept-encoding`
 */
export async function previewAnswer(folder: string, path: string, accepted = ''): Promise<PreviewAnswer> {
  const wanted = normalize(`/${decode(path)}`).slice(1) + (path.endsWith('/') ? 'index.html' : '');
  const isThere = await isFile(join(folder, wanted));
  const name = isThere ? wanted : '404.html';
  const headers: Record<string, string> = {
    'content-type': contentType(name),
    'cache-control': isThere && hashInName(name) !== undefined ? 'public, max-age=31536000, immutable' : 'no-cache',
    vary: 'accept-encoding',
  };
  const status = isThere ? 200 : 404;
  const known = accepted.split(',').map((encoding) => encoding.split(';')[0]?.trim());
  for (const [encoding, ending] of ENCODINGS) {
    const file = join(folder, name + ending);
    if (known.includes(encoding) && (await isFile(file))) {
      return { status, file, headers: { ...headers, 'content-encoding': encoding } };
    }
  }
  return { status, file: join(folder, name), headers };
}

/** An address that cannot be decoded names no file. */
function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function isFile(file: string): Promise<boolean> {
  return stat(file).then(
    (found) => found.isFile(),
    () => false,
  );
}
