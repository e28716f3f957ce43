/** A file as it arrived. */
export interface LoadedFile {
  bytes: ArrayBuffer;
  type: string | null;
}

/**
 * Loads a file that must have a certain content. A host may be half way through an update, a cache on the way may hold
 * an older page, and a connection may break: then nothing of it is kept.
 * @param hash the first digits of its SHA-256
 * @throws {Error} if it does not arrive or is another
 */
export async function loadWhole(url: string, hash: string, cache: RequestCache = 'no-cache'): Promise<LoadedFile> {
  const response = await fetch(url, { cache });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  const bytes = await response.arrayBuffer();
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  const digits = Array.from(new Uint8Array(digest), (byte) => `0${byte.toString(16)}`.slice(-2)).join('');
  if (digits.slice(0, hash.length) !== hash) throw new Error(`${url} is not what the list says.`);
  return { bytes, type: response.headers.get('content-type') };
}

/** Does work for many items, a few at a time: an old phone on a slow line must still answer meanwhile. */
export async function forEachOf<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const rest = [...items];
  const takeTurns = async (): Promise<void> => {
    for (let item = rest.shift(); item !== undefined; item = rest.shift()) await work(item);
  };
  await Promise.all([takeTurns(), takeTurns(), takeTurns()]);
}
