import { showAsPrinted } from './as-printed.ts';

/** The weights in which sheets are printed. */
const WEIGHTS = [400, 700];

/**
 * Brings in the fonts of the printed sheet ahead of time: once somebody prints, nothing can be waited for. Not where a
 * reader saves data, and not on a device without a mouse, where printing is rare and data dear.
 */
export function loadPrintFonts(): void {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  if (connection?.saveData || !('fonts' in document) || !window.matchMedia('(any-hover: hover)').matches) return;
  window.addEventListener('load', () => {
    whenIdle(() => {
      const showOnScreen = showAsPrinted(document);
      const { fontFamily } = getComputedStyle(document.body);
      showOnScreen();
      const words = document.querySelector('main')?.textContent ?? '';
      for (const weight of WEIGHTS)
        void document.fonts.load(`${weight} 1em ${fontFamily}`, words).catch(() => undefined);
    });
  });
}

/** Safari has no idle time to offer. */
function whenIdle(task: () => void): void {
  if ('requestIdleCallback' in window) window.requestIdleCallback(task);
  else setTimeout(task);
}
