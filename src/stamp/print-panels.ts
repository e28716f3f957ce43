import { bodySizeOf, type Form } from '../forms.ts';
import { FAULT_OF_THE_PRESS } from '../html/compare-texts.ts';
import type { ExpectedText } from '../html/expected-text.ts';
import { type PanelFontSource, panelFonts } from '../html/panel-fonts.ts';
import { TIGHTEST, type Tightness } from '../html/panel-tightness.ts';
import { panelPage, PANELS_URL } from '../html/render-panels.ts';
import type { Language } from '../i18n/languages.ts';
import { contentBox } from '../paper.ts';
import type { OpenPrinter } from '../pdf/browser-pool.ts';
import type { PanelMeasures } from '../pdf/measure-panels.ts';
import { printKey } from '../pdf/print-directly.ts';
import type { Printer } from '../pdf/print-page.ts';
import type { PrintContext, PrintShop } from '../pdf/print-shop.ts';
import { faultProblems, repair } from '../pdf/print-whole.ts';
import { PANEL_STEPS } from '../pdf/repair/repair-pdf.ts';
import { UnrepairableError } from '../pdf/repair/unrepairable.ts';
import { cacheKey } from '../cache-key.ts';
import { NO_PRINT_CACHE } from '../print-cache.ts';
import { type Checked, error, hasErrors } from '../problem.ts';
import { checkPanels } from './check-panels.ts';
import { compilePanels } from './compile-panels.ts';
import type { Panel, PanelBatch } from './compiled.ts';

/** Rendered panels of one language and form, to be printed together. */
export interface PanelSheets {
  /** Named in problems. */
  id: string;
  language: Language;
  form: Form;
  panels: readonly string[];
  /** The logos that they show. */
  logos: readonly Uint8Array[];
}

/** A panel ready to be stamped, and what it shares with others. */
export interface StampPanel {
  panel: Panel;
  batch: Pick<PanelBatch, 'shared'>;
}

/** What panels are printed with. */
export interface PanelPress extends PanelFontSource {
  context: PrintContext;
  shop: Pick<PrintShop, 'add'>;
}

/** Lays out many panels on one page of a browser, to be measured and then printed. */
export class PanelPrint {
  readonly #sheets: PanelSheets;
  readonly #press: PanelPress;
  readonly #open: OpenPrinter;
  /** The printer, once the panels are laid out in it. */
  #laidOut: Printer | undefined;

  constructor(sheets: PanelSheets, press: PanelPress, open: OpenPrinter) {
    this.#sheets = sheets;
    this.#press = press;
    this.#open = open;
  }

  /** Measures all panels at every tightness. */
  async measure(): Promise<Checked<PanelMeasures>> {
    return this.#cache.keep('panel-sizes', this.#key(), () => this.#layOut());
  }

  /**
   * Prints panels at a tightness, and reads them back.
   * @param wanted their numbers, in order
   * @param expected the words of all of them, one panel after the other
   */
  async print(
    wanted: readonly number[],
    tightness: Tightness,
    expected: readonly ExpectedText[],
  ): Promise<Checked<StampPanel[]>> {
    const key = [...this.#key(), JSON.stringify({ wanted, tightness })];
    const batch = await this.#cache.keep('panels', key, async () => {
      // What was measured in an earlier build is not laid out yet.
      const laidOut = this.#laidOut ? undefined : await this.#layOut();
      if (!this.#laidOut) return { problems: laidOut?.problems ?? [] };
      const printed = await this.#laidOut.printPanels(wanted, tightness, contentBox(this.#sheets.form.paper));
      return compile({ ...printed, expected }, this.#sheets, this.#press.context);
    });
    const value = batch.value && batch.value.panels.map((panel) => ({ panel, batch: batch.value as PanelBatch }));
    return { value, problems: batch.problems };
  }

  get #cache() {
    return this.#press.context.cache ?? NO_PRINT_CACHE;
  }

  #page(fontStyles: string): string {
    const { language, form, panels } = this.#sheets;
    return panelPage({ language, form, panels, formStyles: this.#press.site.formStyles, fontStyles });
  }

  #key(): string[] {
    const { form, logos } = this.#sheets;
    const { context } = this.#press;
    const bodySize = bodySizeOf(form, context.settings);
    return [...printKey({ url: PANELS_URL, date: '', bodySize, form }, this.#page(''), context), cacheKey(...logos)];
  }

  async #layOut(): Promise<Checked<PanelMeasures>> {
    const { language, form, panels, id } = this.#sheets;
    const { context, shop } = this.#press;
    const { css, files } = await panelFonts(panels, language.tag, this.#press);
    shop.add(files);
    const printer = await this.#open();
    const points = bodySizeOf(form, context.settings).min;
    const tightest = form.isTwoSided ? TIGHTEST : 0;
    const options = { ...contentBox(form.paper), points, tightest };
    const { faults, ...value } = await printer.measurePanels(this.#page(css), PANELS_URL, options);
    const problems = faultProblems(faults, id);
    if (hasErrors(problems)) return { problems };
    this.#laidOut = printer;
    return { value, problems };
  }
}

async function compile(
  { bytes, headings, expected }: { bytes: Uint8Array; headings: readonly string[]; expected: readonly ExpectedText[] },
  { id, language, form }: PanelSheets,
  { tools }: PrintContext,
): Promise<Checked<PanelBatch>> {
  const { tag: lang, dir } = language;
  const { isTwoSided } = form;
  const identity = { title: id, lang, dir, date: '', headings, isTwoSided, margins: { above: 0, below: 0 } };
  const draft = await repair(bytes, identity, PANEL_STEPS, id);
  if (!draft.value) return { problems: draft.problems };
  const isRtl = (tag: string) => tools.get(tag)?.language.dir === 'rtl';
  const problems = checkPanels(draft.value, expected, { path: id, isRtl });
  if (hasErrors(problems)) return { problems };
  try {
    return { value: compilePanels(draft.value), problems };
  } catch (failure) {
    if (!(failure instanceof UnrepairableError)) throw failure;
    return { problems: [error(id, failure.message, FAULT_OF_THE_PRESS)] };
  }
}
