import { hashInName } from '../publish/fingerprinted-name.ts';
import { dropUnusedAssets, keepAssets } from './keep-assets.ts';
import { keptLists } from './kept-list.ts';
import { KEPT_AS, KEPT_ON, keptAnswer, type Stores, today, visitedStore } from './stores.ts';

/** How many single pages are kept; the one that was opened longest ago goes first. */
const MOST_PAGES = 20;

/**
 * Keeps one page that a reader has opened, if it is not kept with its language: that of another clinic, or any page
 * where the phone is set to save data.
 * @param page path from the root
 * @param loaded paths of all that the page has loaded, the fonts among them that it needs
 */
export async function keepVisited(stores: Stores, page: string, loaded: readonly string[]): Promise<void> {
  const lists = await keptLists(stores);
  if (lists.some(({ list }) => list.pages.some(({ path }) => path === page))) return;
  const url = stores.root + page;
  const response = await fetch(url, { cache: 'no-cache' });
  const type = response.headers.get('content-type');
  // A redirect may lead to the page on which a café asks for a password.
  if (!response.ok || response.redirected || (type ?? '').indexOf('text/html') < 0) return;
  const html = await response.text();
  const assets = [...new Set([...assetsNamedIn(html, url, stores), ...loaded])].filter((path) => hashInName(path));
  await keepAssets(stores, assets);
  const store = await caches.open(visitedStore(stores));
  await store.delete(url);
  await store.put(url, keptAnswer(html, type, { [KEPT_ON]: today(), [KEPT_AS]: assets.join(' ') }));
  const pages = await store.keys();
  for (const { url: oldest } of pages.slice(0, Math.max(0, pages.length - MOST_PAGES))) await store.delete(oldest);
  await dropUnusedAssets(stores);
}

/** What the page that has just arrived loads, which may be newer than the one that is open. */
function assetsNamedIn(html: string, page: string, { root }: Stores): string[] {
  const found = html.match(/(?:href|src)="[^"]*assets\/[^"]+"/g) ?? [];
  return found
    .map((attribute) => new URL(attribute.slice(attribute.indexOf('"') + 1, -1), page).href)
    .filter((url) => url.slice(0, root.length) === root)
    .map((url) => url.slice(root.length));
}
