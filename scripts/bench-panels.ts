import type { Clinic } from '../src/clinic/record-schemas.ts';
import { networkSheets, type Sheet } from '../src/html/build-sheets.ts';
import type { Language } from '../src/i18n/languages.ts';
import type { OpenPrinter } from '../src/pdf/browser-pool.ts';
import { stopOnErrors } from '../src/problem.ts';
import { type BaseOf, createBases } from '../src/stamp/bases.ts';
import { type CompiledSheet, compileGroup } from '../src/stamp/stamp-group.ts';
import { createPanelRenderers } from '../src/html/render-panels.ts';
import { FORMS } from '../src/forms.ts';
import type { NetworkSubject } from './bench-network.ts';
import type { OneBrowser } from './bench-one-browser.ts';
import { openWatchedPrinter, StageClock } from './bench-press.ts';

/** What the panels of one language cost, in milliseconds for each panel. */
export interface PanelCost {
  language: Language;
  /** Different panels: clinics, times the handouts on which theirs is another. */
  panels: number;
  /** In the browser: laying out, measuring, printing. */
  printing: number;
  /** All else, from the record of the clinic to the compiled panel. */
  compiling: number;
  /** Of a processor, without the browser's: it tells more on a machine that has other work too. */
  processor: number;
}

/** Everything that is stamped, compiled, and what it cost. */
export interface CompiledNetwork {
  compiled: CompiledSheet[];
  costs: PanelCost[];
}

/**
 * Prints and compiles the panels of a network as the press does, one language after the other on one page of one browser,
 * so that what the browser takes can be told from what the press takes. The sheets were printed before. Each language is
 * done more than once, since code is compiled and fonts are loaded the first time; clinics of the sample that a sheet has
 * no room for are left out then.
 */
export async function compileNetwork(
  subject: NetworkSubject,
  shop: OneBrowser,
  tell: (message: string) => void,
): Promise<CompiledNetwork> {
  const { sheets: models, context } = subject;
  const clock = new StageClock();
  const { printer, page } = await openWatchedPrinter(shop.browser, shop.origin, clock);
  const open: OpenPrinter = () => Promise.resolve(printer);
  const baseOf = createBases(models, context);
  const rendererOf = createPanelRenderers(context.tools, context.settings);
  const compiled: CompiledSheet[] = [];
  const costs: PanelCost[] = [];
  for (const language of new Set(models.map((model) => model.language))) {
    const own = models.filter((model) => model.language === language);
    tell(`panels in ${language.english}`);
    await printBases(own, baseOf, open);
    const press = { ...context, context, shop, baseOf, render: rendererOf(language) };
    const compile = (clinics: readonly Clinic[]) => {
      const sheets = clinics.flatMap((clinic) => networkSheets(own, clinic, subject.sheetContext));
      return compileGroup({ language, form: FORMS.standard, sheets }, press, open);
    };
    const unfit = new Set((await compile(subject.clinics)).problems.map(({ where }) => where.line));
    const clinics = subject.clinics.filter(({ lineOf }) => !unfit.has(lineOf(['name'])));
    if (unfit.size > 0) await compile(clinics);
    clock.times.clear();
    const usage = process.cpuUsage();
    const started = performance.now();
    const { value, problems } = await compile(clinics);
    const whole = performance.now() - started;
    const { user, system } = process.cpuUsage(usage);
    stopOnErrors(problems);
    const printing = [...clock.times.values()].reduce((sum, time) => sum + time, 0);
    const panels = new Set(value.map(({ panel }) => panel)).size;
    costs.push({
      ...{ language, panels },
      printing: printing / panels,
      compiling: (whole - printing) / panels,
      processor: (user + system) / 1000 / panels,
    });
    compiled.push(...value);
  }
  await page.close();
  return { compiled, costs };
}

async function printBases(models: readonly Sheet[], baseOf: BaseOf, open: OpenPrinter): Promise<void> {
  for (const model of models) {
    const [file] = model.files;
    const slot = file?.form.slots[0];
    if (!file || !slot) throw new Error(`${model.id} has no form with a slot.`);
    stopOnErrors((await baseOf(model, file.form, slot, open)).problems);
  }
}
