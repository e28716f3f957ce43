import { hashInName } from '../publish/fingerprinted-name.ts';
import { keptLists } from './kept-list.ts';
import { stampKept } from './stamp-kept.ts';
import { assetStore, KEPT_ON, printStore, type Stores, visitedStore } from './stores.ts';
import type { RequestEvent } from './worker-scope.ts';

/**
 * How long the network is waited for if there is a copy, in milliseconds. A page of 40 kB is sent as 12 kB; on the
 * slowest line that browsers tell apart (`slow-2g` of the Network Information API: 50 kbit/s, 2 s to and fro) it is
 * there after some four seconds.
 */
const PATIENCE = 4000;

/** Answers a request of the site, from the network or from what is kept. All others take their usual way. */
export function answerRequest(event: RequestEvent, stores: Stores): void {
  const { request } = event;
  const url = request.url.split(/[?#]/)[0] ?? '';
  if (request.method !== 'GET' || url.slice(0, stores.root.length) !== stores.root) return;
  const path = url.slice(stores.root.length);
  if (hashInName(path) !== undefined) event.respondWith(answerAsset(request, url, stores));
  else if (/\.pdf$/.test(path)) event.respondWith(fromNetwork(request, () => keptPrint(path, stores), stores));
  else if (request.mode === 'navigate') event.respondWith(fromNetwork(request, () => keptPage(path, stores), stores));
}

/** The name of an asset says its content, so there can be no newer one. */
async function answerAsset(request: Request, url: string, stores: Stores): Promise<Response> {
  const store = await caches.open(assetStore(stores));
  return (await store.match(url)) ?? fetch(request);
}

/** The network's answer, or a copy if there is none in time; without a copy, a page that tells of no signal. */
async function fromNetwork(
  request: Request,
  findCopy: () => Promise<Response | undefined>,
  stores: Stores,
): Promise<Response> {
  const answer = fetch(request);
  // It may fail while the copy is looked for; that is dealt with below.
  answer.catch(() => undefined);
  const copy = await findCopy();
  try {
    if (!copy) return await answer;
    const late = new Promise<Response>((resolve) => setTimeout(resolve, PATIENCE, copy));
    return await Promise.race([answer.then((found) => (found.status >= 500 ? copy : found)), late]);
  } catch (failure) {
    const instead = copy ?? (request.mode === 'navigate' ? await pageOfNoSignal(request.url, stores) : undefined);
    if (instead) return instead;
    throw failure;
  }
}

async function keptPage(path: string, stores: Stores): Promise<Response | undefined> {
  const address = path.replace(/(^|\/)index\.html$/, '$1');
  const url = stores.root + address;
  const [kept] = await keptLists(stores, address.split('/')[0]);
  const copy = kept && (await (await caches.open(kept.name)).match(url));
  if (copy) return stamped(copy, kept.keptOn);
  const visited = await (await caches.open(visitedStore(stores))).match(url);
  return visited && stamped(visited, visited.headers.get(KEPT_ON) ?? '');
}

async function stamped(copy: Response, date: string): Promise<Response> {
  return new Response(stampKept(await copy.text(), date), { headers: { 'content-type': 'text/html; charset=utf-8' } });
}

/** A PDF says its edition and date on each page. */
async function keptPrint(path: string, stores: Stores): Promise<Response | undefined> {
  for (const { locale } of await keptLists(stores)) {
    const name = printStore(stores, locale);
    const copy = (await caches.has(name)) && (await (await caches.open(name)).match(stores.root + path));
    if (copy) return copy;
  }
  return undefined;
}

/**
 * The start page of a language that is kept: as a copy it says at its top that there is no signal, and below it what
 * can be read. In the language of the page that was asked for, else in the one last visited.
 */
async function pageOfNoSignal(url: string, stores: Stores): Promise<Response | undefined> {
  const lists = await keptLists(stores);
  const parts = url.slice(stores.root.length).split('/');
  const kept = lists.filter(({ locale }) => parts.indexOf(locale) >= 0)[0] ?? lists[0];
  return kept && Response.redirect(`${stores.root}${kept.locale}/`, 302);
}
