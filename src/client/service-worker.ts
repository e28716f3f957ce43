import { answerRequest } from './answer-request.ts';
import type { KeepAnswer, KeepRequest } from './keep-request.ts';
import { keepLanguage } from './keep-language.ts';
import { keepVisited } from './keep-visited.ts';
import { keptLists } from './kept-list.ts';
import type { WorkerScope } from './worker-scope.ts';

// Answers readers without a signal from what their phone has kept of this site. Nothing is kept but what a page of the
// site asks for (src/client/offline.ts), and nothing is kept without saying so (src/client/stamp-kept.ts).

// Not `globalThis`, which the oldest browsers we write for do not know.
const worker = self as unknown as WorkerScope;
const stores = { root: worker.registration.scope };

/** One thing after the other: two updates at a time would remove each other's files. */
let lastWork: Promise<unknown> = Promise.resolve();
function inTurn(work: () => Promise<void>): Promise<void> {
  const done = lastWork.then(work);
  lastWork = done.catch(() => undefined);
  return done;
}

// A new build must not wait until the last page of the old one is closed, which on a phone may be weeks.
worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));

worker.addEventListener('activate', (event) => {
  event.waitUntil(worker.clients.claim());
  // Not waited for: until an event is over, the browser holds back every request of a page.
  void inTurn(updateAll).catch(() => undefined);
});

worker.addEventListener('fetch', (event) => answerRequest(event, stores));

worker.addEventListener('message', (event) => {
  const [port] = event.ports;
  const answer = (said: KeepAnswer) => port?.postMessage(said);
  event.waitUntil(
    inTurn(() => keep(event.data as KeepRequest)).then(
      () => answer('saved'),
      () => answer('failed'),
    ),
  );
});

async function keep({ page, loaded, locale, withPrints }: KeepRequest): Promise<void> {
  if (locale !== undefined) await keepLanguage(stores, locale, withPrints);
  await keepVisited(stores, page, loaded);
}

async function updateAll(): Promise<void> {
  for (const { locale } of await keptLists(stores)) await keepLanguage(stores, locale);
}
