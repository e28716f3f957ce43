import type { Form, Slot } from '../forms.ts';
import type { Panel } from '../html/build-panel.ts';
import type { Sheet, SheetFile } from '../html/build-sheets.ts';
import { expectedPanel } from '../html/expected-panel.ts';
import type { PanelContent, RenderPanel } from '../html/render-panels.ts';
import type { Language } from '../i18n/languages.ts';
import { contentBox } from '../paper.ts';
import type { OpenPrinter } from '../pdf/browser-pool.ts';
import { hasErrors, type Problem } from '../problem.ts';
import type { BaseOf, PrintedBase } from './bases.ts';
import { slotChooser, tighten, tooHighForPages, tooManyPages } from './fit-slot.ts';
import { link } from './link.ts';
import { type PanelPress, PanelPrint, type StampPanel } from './print-panels.ts';

/** Sheets of one language and form, of some clinics: their panels are printed together. */
export interface StampGroup {
  language: Language;
  form: Form;
  sheets: readonly Sheet[];
}

/** A sheet with its clinic's panel in it: pieces of a PDF, many of which other sheets share. */
export interface StampedSheet {
  sheet: Sheet;
  form: Form;
  pdf: string;
  /** Its bytes. Put together whenever they are read: those of thousands of sheets are not kept. */
  readonly chunks: Uint8Array[];
  points: number;
  pages: number;
  /** What its panel gave up to fit. */
  tightness: number;
}

/** What groups are stamped with. */
export interface StampPress extends PanelPress {
  baseOf: BaseOf;
  render: RenderPanel;
}

/** A sheet of a group on its way. */
export interface Order {
  sheet: Sheet;
  file: SheetFile;
  /** Number of its panel among those of the group: handouts share it where it is the same on them. */
  panel: number;
  tightness: number;
}

/** A sheet and its clinic's panel, ready to be put together. */
export interface CompiledSheet {
  order: Order;
  base: PrintedBase;
  panel: StampPanel;
}

/** Prints the panels of a group, and puts each into the slot of its sheet. */
export async function stampGroup(
  group: StampGroup,
  press: StampPress,
  open: OpenPrinter,
): Promise<{ value: StampedSheet[]; problems: Problem[] }> {
  const { value, problems } = await compileGroup(group, press, open);
  return { value: value.map(stamp), problems };
}

/** Does all for a group that is not done for each file: prints and compiles panels, and the sheets if need be. */
export async function compileGroup(
  group: StampGroup,
  press: StampPress,
  open: OpenPrinter,
): Promise<{ value: CompiledSheet[]; problems: Problem[] }> {
  const { form, language } = group;
  const { orders, panels } = takeOrders(group, press.render);
  const bases = new Map<Order, PrintedBase>();
  const problems: Problem[] = [];
  // The slot of a two-sided sheet is as high as its text leaves it; elsewhere a panel takes the slot it needs.
  if (form.isTwoSided) problems.push(...(await addBases(bases, orders, () => form.slots[0], press, open)));
  const id = `panels/${language.tag}/${form.name}`;
  const print = new PanelPrint({ language, form, id, panels, logos: logosOf(group) }, press, open);
  const measured = hasErrors(problems) ? { problems: [] } : await print.measure();
  problems.push(...measured.problems);
  if (!measured.value) return { value: [], problems };
  problems.push(...tighten(orders, measured.value, bases));
  problems.push(...tooHighForPages(orders, measured.value, contentBox(form.paper).height));
  if (hasErrors(problems)) return { value: [], problems };
  const printed = await printPanels(orders, print, press);
  problems.push(...printed.problems);
  if (hasErrors(problems)) return { value: [], problems };
  const panelOf = (order: Order) => printed.value.get(panelKey(order)) as StampPanel;
  if (!form.isTwoSided) {
    const slotOf = slotChooser(form, measured.value, (order) => panelOf(order).panel.pages);
    problems.push(...(await addBases(bases, orders, slotOf, press, open)));
  }
  if (hasErrors(problems)) return { value: [], problems };
  const value = orders.map((order) => ({ order, base: bases.get(order) as PrintedBase, panel: panelOf(order) }));
  return { value, problems };
}

/** What is to be printed for a group: panels that are the same on several handouts once. */
function takeOrders({ form, sheets }: StampGroup, render: RenderPanel): { orders: Order[]; panels: string[] } {
  const numbers = new Map<string, number>();
  // A network's handouts share what is the same on them, which then need not be rendered to be known again.
  const known = new Map<Panel, { original?: Panel; panel: number }>();
  const panels: string[] = [];
  const numberOf = (content: PanelContent): number => {
    const before = known.get(content.panel);
    if (before && before.original === content.original) return before.panel;
    const html = render(content, 0);
    const panel = numbers.get(html) ?? numbers.size;
    // Its ids are then those of its number.
    if (panel === numbers.size) panels.push(render(content, panel));
    numbers.set(html, panel);
    known.set(content.panel, { original: content.original, panel });
    return panel;
  };
  const orders = sheets.flatMap((sheet): Order[] => {
    const file = sheet.files.find((one) => one.form === form);
    if (!file) return [];
    const content: PanelContent = { panel: sheet.panel };
    if (form.name === 'bilingual') content.original = sheet.original?.panel;
    return [{ sheet, file, panel: numberOf(content), tightness: 0 }];
  });
  return { orders, panels };
}

function logosOf({ sheets }: StampGroup): Uint8Array[] {
  return [...new Set(sheets.map(({ clinic }) => clinic))].flatMap(({ logoImage }) => logoImage?.bytes ?? []);
}

/** Finds the base of each sheet. @returns problems, also of panels that no slot has room for */
async function addBases(
  bases: Map<Order, PrintedBase>,
  orders: readonly Order[],
  slotOf: (order: Order) => Slot | undefined,
  { baseOf }: StampPress,
  open: OpenPrinter,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const order of orders) {
    const slot = slotOf(order);
    const base = slot ? await baseOf(order.sheet, order.file.form, slot, open) : { problems: [tooManyPages(order)] };
    if (base.value) bases.set(order, base.value);
    problems.push(...base.problems);
  }
  return problems;
}

/** Prints each panel once at each tightness that a sheet of its clinic needs. */
async function printPanels(
  orders: readonly Order[],
  print: PanelPrint,
  { context: { tools } }: StampPress,
): Promise<{ value: Map<string, StampPanel>; problems: Problem[] }> {
  const value = new Map<string, StampPanel>();
  const problems: Problem[] = [];
  for (const tightness of [...new Set(orders.map((order) => order.tightness))].sort()) {
    const ofTightness = orders.filter((order) => order.tightness === tightness);
    const byPanel = new Map(ofTightness.map((order) => [order.panel, order]));
    const wanted = [...byPanel.keys()].sort((a, b) => a - b);
    const expected = wanted.flatMap((panel) => {
      const { sheet, file } = byPanel.get(panel) as Order;
      return expectedPanel(sheet, file.form, tools, tightness);
    });
    const printed = await print.print(wanted, tightness, expected);
    problems.push(...printed.problems);
    printed.value?.forEach((panel, index) => value.set(panelKey({ panel: wanted[index] ?? 0, tightness }), panel));
  }
  return { value, problems };
}

function panelKey({ panel, tightness }: Pick<Order, 'panel' | 'tightness'>): string {
  return `${panel} ${tightness}`;
}

/** Puts a panel into the slot of its sheet. */
export function stamp({
  order: { sheet, file, tightness },
  base: { base, points, pages },
  panel: { panel, batch },
}: CompiledSheet): StampedSheet {
  const { form, pdf } = file;
  return {
    ...{ sheet, form, pdf, points, pages, tightness },
    get chunks() {
      return link(base, panel, batch);
    },
  };
}
