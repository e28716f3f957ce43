import type { CellReading } from './cell-reading.ts';

/**
 * Reads a web address that may lack its `https://`. A word such as `none` and an e-mail address are addresses to the
 * URL standard (a host without a dot, a host with a user), but nobody means them so.
 */
export function parseWebCell(text: string): CellReading<string> {
  const address = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const isMeant = url && /^https?:$/.test(url.protocol) && url.hostname.includes('.') && url.username === '';
  return isMeant ? { value: address } : { faults: [`"${text}" is not a web address`] };
}
