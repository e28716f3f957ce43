import type { NewestEditions } from '../html/newest-editions.ts';
import { EDITIONS_FILE } from '../publish/offline-list.ts';
import { siteRoot } from './site-root.ts';

/** How long an answer is believed, in milliseconds. */
const MINUTES_10 = 10 * 60 * 1000;

/**
 * Tells a reader that the page is no longer the newest: it may have stood open for days, or a cache on the way may have
 * sent an old one. Asked when it is opened, and whenever it comes to sight again.
 */
export function watchEdition(): void {
  const root = siteRoot();
  const sheet = document.querySelector<HTMLElement>('main[data-code]');
  const notice = document.querySelector<HTMLElement>('.page-notice--newer');
  if (root === undefined || !sheet || !notice) return;
  notice.querySelector('a')?.addEventListener('click', (event) => {
    event.preventDefault();
    window.location.reload();
  });
  let askedAt = -Infinity;
  const ask = (): void => {
    if (document.visibilityState !== 'visible' || Date.now() - askedAt < MINUTES_10) return;
    askedAt = Date.now();
    void newestEdition(root, sheet).then(
      (newest) => {
        notice.hidden = newest === undefined || newest <= Number(sheet.dataset.edition);
      },
      // Without a signal nothing is known, and a later look may do better.
      () => {
        askedAt = -Infinity;
      },
    );
  };
  document.addEventListener('visibilitychange', ask);
  ask();
}

async function newestEdition(root: string, { dataset }: HTMLElement): Promise<number | undefined> {
  const response = await fetch(root + EDITIONS_FILE, { cache: 'no-store' });
  const editions = (await response.json()) as NewestEditions;
  return editions[dataset.code ?? '']?.[dataset.locale ?? ''];
}
