/**
 * What is kept of one site, by the browser's own stores (Cache API). Names begin with the site's address: several sites
 * may share a host.
 *
 * - `… assets`: files whose names change with their content, for all pages
 * - `… pages <locale> <version>`: a language's pages, and at last its list; without that they are a half download
 * - `… prints <locale>`: its PDFs, and the list once all are there; then the reader has asked to keep them
 * - `… visited`: single pages, with the assets each needs
 */
export interface Stores {
  /** Address of the site, with a slash at its end. */
  root: string;
}

/** Store of the assets. */
export const assetStore = ({ root }: Stores): string => `${root} assets`;
/** Store of pages that were opened one by one. */
export const visitedStore = ({ root }: Stores): string => `${root} visited`;
/** Store of a language's PDFs. */
export const printStore = ({ root }: Stores, locale: string): string => `${root} prints ${locale}`;
/** Store of a version of a language's pages. */
export const pageStore = ({ root }: Stores, locale: string, version: string): string =>
  `${root} pages ${locale} ${version}`;

/** Header of a kept answer: the day it was last known to be current, such as `2026-11-26`. */
export const KEPT_ON = 'x-kept-on';
/** Header of a kept answer: the hash that its list has for it, or the assets that a visited page needs. */
export const KEPT_AS = 'x-kept-as';

/** Names of the stores of pages there are, of one language or of all, with what they say. */
export async function pageStores({ root }: Stores, ofLocale?: string): Promise<{ name: string; locale: string }[]> {
  const start = `${root} pages `;
  const names = (await caches.keys()).filter((name) => name.slice(0, start.length) === start);
  return names
    .map((name) => ({ name, locale: name.slice(start.length).split(' ')[0] ?? '' }))
    .filter(({ locale }) => ofLocale === undefined || locale === ofLocale);
}

/** True once all PDFs of a language are there. */
export async function hasPrints(stores: Stores, locale: string, list: string): Promise<boolean> {
  const name = printStore(stores, locale);
  if (!(await caches.has(name))) return false;
  return (await (await caches.open(name)).match(stores.root + list)) !== undefined;
}

/** Today where the reader is, such as `2026-11-26`. */
export function today(now = new Date()): string {
  const two = (value: number) => `0${value}`.slice(-2);
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** An answer to keep, with what is to be known of it. It is text or bytes that have arrived whole. */
export function keptAnswer(body: BodyInit, type: string | null, notes: Record<string, string>): Response {
  return new Response(body, { headers: { 'content-type': type ?? 'application/octet-stream', ...notes } });
}
