import { FORMS, type FormName } from '../../forms.ts';
import { contentBox } from '../../paper.ts';
import { showAsPrinted } from '../as-printed.ts';
import { fitForPrint } from '../fit-for-print.ts';

/** A sheet that stands in the frame. */
export interface PreviewSheet {
  /** Address of its page. */
  url: string;
  form: FormName;
  /** Address of the styles of the form; missing for the standard one. */
  styles?: string;
  /** Its footer as CSS, for forms that stack it. */
  stackedFooter: string;
  /** In points. */
  bodySize: { min: number; max: number };
}

/**
 * A handout’s own page in a frame, laid out as it is printed, with a panel in place of the one it came with. The frame
 * runs no scripts of the page: nothing in it changes but what is changed here, and it keeps nothing for offline use.
 */
export class Preview {
  readonly #frame: HTMLIFrameElement;
  readonly #sheet: PreviewSheet;
  readonly #document: Document;
  /** The sheet as it came; each drawing starts from a copy. */
  readonly #main: Element;
  /** Rules for the screen alone: they are added once those of the page hold for print. */
  readonly #screen: CSSStyleSheet;

  private constructor(frame: HTMLIFrameElement, sheet: PreviewSheet, document: Document, main: Element) {
    this.#frame = frame;
    this.#sheet = sheet;
    this.#document = document;
    this.#main = main.cloneNode(true) as Element;
    const first = document.styleSheets[0];
    if (!first) throw new Error(`The page ${sheet.url} has no styles.`);
    this.#screen = first;
  }

  /** Loads the page of a sheet into a frame. @throws {Error} if it does not come, or is no sheet */
  static async open(frame: HTMLIFrameElement, sheet: PreviewSheet): Promise<Preview> {
    // Until it is drawn, the page has the panel of another clinic.
    frame.style.visibility = 'hidden';
    await loaded(frame, () => (frame.src = sheet.url));
    const page = frame.contentDocument;
    const main = page?.querySelector('main.sheet');
    if (!page || !main?.querySelector('.slot')) throw new Error(`The page ${sheet.url} is no sheet.`);
    if (sheet.styles !== undefined) {
      page.documentElement.dataset['form'] = sheet.form;
      const link = page.createElement('link');
      link.rel = 'stylesheet';
      link.href = sheet.styles;
      await loaded(link, () => page.head.append(link));
      if (FORMS[sheet.form].hasStackedFooter) insertRules(link, sheet.stackedFooter);
    }
    showAsPrinted(page);
    return new Preview(frame, sheet, page, main);
  }

  /**
   * Puts a panel on the sheet, and fits the sheet to its paper.
   * @param panel HTML; nothing for an empty slot
   * @returns how much too high the panel is even when it has given up all it can, in millimetres; 0 if it fits
   */
  async draw(panel: string): Promise<number> {
    this.#layOut(panel);
    // The panel may be the first to need a font.
    await this.#document.fonts.ready;
    const millimetres = this.#layOut(panel);
    this.#frame.style.visibility = '';
    return millimetres;
  }

  /** Opens the browser’s window for printing; there the sheet can also be kept as a PDF. */
  print(): void {
    this.#frame.contentWindow?.focus();
    this.#frame.contentWindow?.print();
  }

  /** Makes the frame as large as its sheet, and shows it as wide as its place. */
  scale(): void {
    const { paper } = FORMS[this.#sheet.form];
    const { above, beside, below } = paper.margins;
    const { width, height } = contentBox(paper);
    const place = this.#frame.parentElement;
    if (!place) return;
    const { style } = this.#frame;
    style.paddingBlock = `${above}px ${below}px`;
    style.paddingInline = `${beside}px`;
    const full = Math.max(this.#document.body.scrollHeight, height) + above + below;
    style.width = `${width + 2 * beside}px`;
    style.height = `${full}px`;
    const factor = Math.min(1, place.clientWidth / (width + 2 * beside));
    style.transform = `scale(${factor})`;
    // From the side where lines begin, which is where a frame that is wider than its place starts.
    style.transformOrigin = getComputedStyle(place).direction === 'rtl' ? '100% 0' : '0 0';
    place.style.height = `${full * factor}px`;
  }

  #layOut(panel: string): number {
    const page = this.#document;
    for (const element of [page.documentElement, page.body]) element.removeAttribute('style');
    page.documentElement.style.cssText = '';
    const main = this.#main.cloneNode(true) as Element;
    page.querySelector('main.sheet')?.replaceWith(main);
    const slot = main.querySelector<HTMLElement>('.slot');
    if (slot) slot.innerHTML = panel;
    const { form, bodySize } = this.#sheet;
    const { paper, isTwoSided, slots } = FORMS[form];
    const fit = fitForPrint({ paper, isTwoSided, bodySize, slot: slots[0] }, page);
    const room = page.querySelector('.slot');
    const height = room?.firstElementChild?.getBoundingClientRect().height ?? 0;
    const excess = fit.slot === undefined ? 0 : Math.max(0, height - fit.slot);
    if (!isTwoSided && excess > 0) page.documentElement.style.removeProperty('--slot-height');
    this.#showSides(isTwoSided && fit.isFitted);
    this.scale();
    return isTwoSided ? Math.ceil((excess * 25.4) / 96) : 0;
  }

  /** On screen the back begins where the front’s paper ends. */
  #showSides(hasSides: boolean): void {
    const last = this.#screen.cssRules.length - 1;
    const rule = this.#screen.cssRules[last];
    if (rule instanceof (this.#frame.contentWindow as Window & typeof globalThis).CSSMediaRule) {
      if (rule.cssText.includes(BACK)) this.#screen.deleteRule(last);
    }
    const back = this.#document.querySelector(BACK);
    if (!hasSides || !back) return;
    const { paper } = FORMS[this.#sheet.form];
    const page = contentBox(paper).height + paper.margins.above + paper.margins.below;
    const top = back.getBoundingClientRect().top - this.#document.body.getBoundingClientRect().top;
    const css = `@media screen{${BACK}{margin-block-start:${Math.max(0, page - top)}px}}`;
    this.#screen.insertRule(css, this.#screen.cssRules.length);
  }
}

const BACK = '.sheet__back';

/** Adds rules to the sheet of a link: styles in the page itself its policy does not allow. */
function insertRules({ sheet }: HTMLLinkElement, css: string): void {
  sheet?.insertRule(css, sheet.cssRules.length);
}

function loaded(element: HTMLElement, start: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    element.addEventListener('load', () => resolve(), { once: true });
    element.addEventListener('error', () => reject(new Error('A file of this site did not come.')), { once: true });
    start();
  });
}
