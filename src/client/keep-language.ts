import { type KeptFile, type OfflineList, offlineListPath } from '../publish/offline-list.ts';
import { dropUnusedAssets, keepAssets } from './keep-assets.ts';
import { type KeptList, keptLists } from './kept-list.ts';
import { forEachOf, loadWhole } from './load-whole.ts';
import {
  hasPrints,
  KEPT_AS,
  KEPT_ON,
  keptAnswer,
  pageStore,
  pageStores,
  printStore,
  type Stores,
  today,
} from './stores.ts';

/**
 * Keeps all pages of a language with what they load, or brings them up to date. The new ones take the place of the old
 * ones at once, when the last has arrived; what has arrived before a connection breaks is not loaded again.
 * @param withPrints also the PDFs; a language that has them gets the new ones whether this is said or not
 * @throws {Error} if something did not arrive, or the phone has no room; the copies from before then stay
 */
export async function keepLanguage(stores: Stores, locale: string, withPrints = false): Promise<void> {
  const list = await loadList(stores, locale);
  const [old] = await keptLists(stores, locale);
  if (old?.list.version !== list.version) await keepPages(stores, locale, list, old);
  await writeList(stores, pageStore(stores, locale, list.version), locale, list);
  for (const { name } of await pageStores(stores, locale)) {
    if (name !== pageStore(stores, locale, list.version)) await caches.delete(name);
  }
  if (old && old.list.version !== list.version) await dropUnusedAssets(stores);
  const areWanted = withPrints || (await hasPrints(stores, locale, offlineListPath(locale)));
  if (areWanted) await keepPrints(stores, locale, list);
}

async function loadList({ root }: Stores, locale: string): Promise<OfflineList> {
  const response = await fetch(root + offlineListPath(locale), { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${offlineListPath(locale)}: ${response.status}`);
  return (await response.json()) as OfflineList;
}

/** The list is the sign that all it names is there; its day is the one that readers are told. */
async function writeList({ root }: Stores, name: string, locale: string, list: OfflineList): Promise<void> {
  const answer = keptAnswer(JSON.stringify(list), 'application/json', { [KEPT_ON]: today() });
  await (await caches.open(name)).put(root + offlineListPath(locale), answer);
}

async function keepPages(stores: Stores, locale: string, list: OfflineList, old: KeptList | undefined): Promise<void> {
  await keepAssets(stores, list.assets);
  const store = await caches.open(pageStore(stores, locale, list.version));
  const before = old && (await caches.open(old.name));
  await forEachOf(list.pages, async (page) => {
    const url = stores.root + page.path;
    if (await store.match(url)) return;
    const same = old?.list.pages.some(({ path, hash }) => path === page.path && hash === page.hash);
    const copy = same ? await before?.match(url) : undefined;
    await store.put(url, copy ?? (await loadFile(url, page)));
  });
}

async function keepPrints(stores: Stores, locale: string, list: OfflineList): Promise<void> {
  const store = await caches.open(printStore(stores, locale));
  await forEachOf(list.prints, async (print) => {
    const url = stores.root + print.path;
    const copy = await store.match(url);
    if (copy?.headers.get(KEPT_AS) !== print.hash) await store.put(url, await loadFile(url, print));
  });
  await writeList(stores, printStore(stores, locale), locale, list);
  const wanted = [offlineListPath(locale), ...list.prints.map(({ path }) => path)].map((path) => stores.root + path);
  for (const { url } of await store.keys()) if (wanted.indexOf(url) < 0) await store.delete(url);
}

async function loadFile(url: string, { hash }: KeptFile): Promise<Response> {
  const { bytes, type } = await loadWhole(url, hash);
  return keptAnswer(bytes, type, { [KEPT_AS]: hash });
}
