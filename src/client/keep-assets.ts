import { hashInName } from '../publish/fingerprinted-name.ts';
import { assetStore, KEPT_AS, keptAnswer, pageStores, type Stores, visitedStore } from './stores.ts';
import { forEachOf, loadWhole } from './load-whole.ts';
import { readKeptList } from './kept-list.ts';

/** Keeps assets that are not kept yet; each must have the content that its name says. @param paths from the root */
export async function keepAssets(stores: Stores, paths: readonly string[]): Promise<void> {
  const store = await caches.open(assetStore(stores));
  await forEachOf(paths, async (path) => {
    const url = stores.root + path;
    if (await store.match(url)) return;
    const hash = hashInName(path);
    if (hash === undefined) throw new Error(`${path} has no hash in its name.`);
    // The page has just loaded most of them: they come from the browser's own store, without any traffic.
    const { bytes, type } = await loadWhole(url, hash, 'default');
    await store.put(url, keptAnswer(bytes, type, {}));
  });
}

/** Removes assets that no kept page needs any more. */
export async function dropUnusedAssets(stores: Stores): Promise<void> {
  const needed = new Set<string>();
  for (const { name } of await pageStores(stores)) {
    // Of a half download that is to go on, the list is not there yet: its assets are loaded again, should they go.
    const kept = await readKeptList(stores, name);
    for (const path of kept?.list.assets ?? []) needed.add(stores.root + path);
  }
  const visited = await caches.open(visitedStore(stores));
  for (const request of await visited.keys()) {
    const page = await visited.match(request);
    for (const path of page?.headers.get(KEPT_AS)?.split(' ') ?? []) needed.add(stores.root + path);
  }
  const store = await caches.open(assetStore(stores));
  for (const { url } of await store.keys()) if (!needed.has(url)) await store.delete(url);
}
