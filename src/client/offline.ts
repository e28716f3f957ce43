import { offlineListPath } from '../publish/offline-list.ts';
import { WORKER_FILE } from '../html/worker-file.ts';
import type { KeepAnswer, KeepRequest } from './keep-request.ts';
import { siteRoot } from './site-root.ts';
import { hasPrints } from './stores.ts';

/** Has the phone keep the language of the page, and on request also its PDFs, to be read without a signal. */
export function keepForLater(): void {
  const root = siteRoot();
  // A page inside another one is shown to be looked at or printed, not to be kept.
  if (root === undefined || window.top !== window || !('serviceWorker' in navigator) || !('caches' in window)) return;
  void start(root).catch(() => undefined);
}

async function start(root: string): Promise<void> {
  await navigator.serviceWorker.register(root + WORKER_FILE, { scope: root });
  const { active } = await navigator.serviceWorker.ready;
  if (!active) return;
  const page = window.location.href.split(/[?#]/)[0]?.slice(root.length) ?? '';
  const tag = document.documentElement.lang;
  // Other pages are in the source language, but belong to no language.
  const locale = page.split('/')[0] === tag ? tag : undefined;
  offerPrints(root, locale, (withPrints) => ask(active, { page, loaded: loadedFrom(root), locale, withPrints }));
  await loaded();
  const isSaved = locale !== undefined && (await hasPrints({ root }, locale, offlineListPath(locale)));
  const mayKeepAll = isSaved || !savesData();
  await ask(active, { page, loaded: loadedFrom(root), ...(mayKeepAll && { locale }) });
}

/** Shows the button that keeps the PDFs too. It is hidden until now: without a worker it would do nothing. */
function offerPrints(
  root: string,
  locale: string | undefined,
  keepPrints: (withPrints: true) => Promise<KeepAnswer>,
): void {
  const place = document.querySelector<HTMLElement>('.offline');
  const button = place?.querySelector('button');
  if (!place || !button || locale === undefined) return;
  const show = (state: 'saving' | KeepAnswer): void => {
    for (const text of place.querySelectorAll<HTMLElement>('[data-state]')) text.hidden = text.dataset.state !== state;
    button.hidden = state === 'saved';
    button.disabled = state === 'saving';
  };
  button.addEventListener('click', () => {
    show('saving');
    // Asked for here, so that a browser does not remove what its reader asked for; it may refuse.
    if ('storage' in navigator) void navigator.storage.persist().catch(() => false);
    void keepPrints(true).then(show, () => show('failed'));
  });
  void hasPrints({ root }, locale, offlineListPath(locale)).then((isSaved) => {
    if (isSaved) show('saved');
    place.hidden = false;
  });
}

function ask(worker: ServiceWorker, request: KeepRequest): Promise<KeepAnswer> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<KeepAnswer>) => resolve(data);
    worker.postMessage(request, [port2]);
  });
}

/** Paths of the site's files that the page has loaded so far. */
function loadedFrom(root: string): string[] {
  const names = performance.getEntriesByType('resource').map(({ name }) => name);
  return names.filter((name) => name.slice(0, root.length) === root).map((name) => name.slice(root.length));
}

function loaded(): Promise<void> {
  if (document.readyState === 'complete') return Promise.resolve();
  return new Promise((resolve) => window.addEventListener('load', () => resolve()));
}

/** True where the reader has told the phone to save data (Network Information API; not all browsers know it). */
function savesData(): boolean {
  return (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
}
