import { FORMS } from '../forms.ts';
import { fitForPrint } from './fit-for-print.ts';
import { loadPrintFonts } from './load-print-fonts.ts';
import { showAsPrinted } from './as-printed.ts';
import { watchPrinting } from './watch-printing.ts';

/** The sheet of a page, and the body sizes in points between which the press fits it. */
function findSheet(): { main: HTMLElement; bodySize: { min: number; max: number } } | undefined {
  const main = document.querySelector<HTMLElement>('main.sheet[data-points-min]');
  const { pointsMin, pointsMax } = main?.dataset ?? {};
  if (!main?.querySelector('.sheet__front') || !main.querySelector('.sheet__back')) return undefined;
  return { main, bodySize: { min: Number(pointsMin), max: Number(pointsMax) } };
}

/**
 * Makes of a page the sheet that the press prints from it: front and back, in the largest text that fits. All of this
 * happens at once, before the browser lays the page out for paper: it waits for nothing, so a font that has not come
 * yet is not on the print, and the fit is made with the one that stands in for it.
 * @returns what gives back the page as it was
 */
function makeSheet(): () => void {
  const sheet = findSheet();
  if (!sheet) return () => undefined;
  const { main, bodySize } = sheet;
  const root = document.documentElement;
  const { scrollX, scrollY } = window;
  const focused = document.activeElement;
  const styles = [root, document.body].map((element) => ({ element, style: element.getAttribute('style') }));
  const { paper, isTwoSided, slots } = FORMS.standard;
  // The reader's own page is put aside, with what was opened or written on it; a copy goes to the printer.
  const copy = main.cloneNode(true) as HTMLElement;
  main.replaceWith(copy);
  const showOnScreen = showAsPrinted(document);
  const giveBack = (): void => {
    showOnScreen();
    (document.querySelector('main.sheet') ?? copy).replaceWith(main);
    for (const { element, style } of styles) {
      // Styles that a script has set are no attribute to Chromium until somebody asks, and cannot be removed as one.
      element.setAttribute('style', style ?? '');
      if (style === null) element.removeAttribute('style');
    }
    if (focused instanceof HTMLElement && focused !== document.body) focused.focus({ preventScroll: true });
    window.scrollTo(scrollX, scrollY);
  };
  try {
    fitForPrint({ paper, isTwoSided, bodySize, slot: slots[0] }, document);
  } catch {
    // A browser that lacks something the fit needs prints the page as its styles alone lay it out.
    giveBack();
    return () => undefined;
  }
  return giveBack;
}

watchPrinting(makeSheet);
if (findSheet()) loadPrintFonts();
