import type { CellReading } from './cell-reading.ts';

/**
 * Reads a web address that may lack its `https://`. A word such as `none` and an e-mail address are addresses to the
 * URL standard (a host without a dot, a host with a user), but nobody means them so.
 */
export function parseWebCell(text: string): CellReading<string> {
  const address = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  const url = parseUrl(address);
  const isMeant = url && /^https?:$/.test(url.protocol) && url.hostname.includes('.') && url.username === '';
  return isMeant ? { value: address } : { faults: [`"${text}" is not a web address`] };
}

/** Not by `URL.canParse`: this also runs in browsers that do not have it. */
function parseUrl(address: string): URL | undefined {
  try {
    return new URL(address);
  } catch {
    return undefined;
  }
}
