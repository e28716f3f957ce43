import { type OfflineList, offlineListPath } from '../publish/offline-list.ts';
import { KEPT_ON, pageStores, type Stores } from './stores.ts';

/** The list of a language of which all pages are kept. */
export interface KeptList {
  /** Store of its pages. */
  name: string;
  locale: string;
  list: OfflineList;
  /** Day on which it was last known to be current. */
  keptOn: string;
}

/** The list in a store of pages. @returns nothing for a half download */
export async function readKeptList({ root }: Stores, name: string): Promise<KeptList | undefined> {
  const locale = name.slice(`${root} pages `.length).split(' ')[0] ?? '';
  const answer = await (await caches.open(name)).match(root + offlineListPath(locale));
  if (!answer) return undefined;
  const list = (await answer.json()) as OfflineList;
  return { name, locale, list, keptOn: answer.headers.get(KEPT_ON) ?? '' };
}

/** The languages of which all pages are kept, or the one that is asked for; the one last known to be current first. */
export async function keptLists(stores: Stores, locale?: string): Promise<KeptList[]> {
  const lists: KeptList[] = [];
  for (const { name } of await pageStores(stores, locale)) {
    const kept = await readKeptList(stores, name);
    if (kept) lists.push(kept);
  }
  return lists.sort((a, b) => (a.keptOn < b.keptOn ? 1 : -1));
}
