import type { Form, Slot } from '../forms.ts';
import { TIGHTEST, tightnessFor, tooHigh } from '../html/panel-tightness.ts';
import { error, type Problem } from '../problem.ts';
import type { PrintedBase } from './bases.ts';
import type { PanelMeasures } from '../pdf/measure-panels.ts';
import type { Order } from './stamp-group.ts';

/**
 * Tells each panel how much to give up, so that it fits the slot of its sheet; where it may have more pages instead, it
 * gives up nothing.
 * @returns problems of the panels that fit at no tightness, and of those wider than their slot
 */
export function tighten(
  orders: readonly Order[],
  { heights, tooWide }: PanelMeasures,
  bases: ReadonlyMap<Order, PrintedBase>,
): Problem[] {
  return orders.flatMap((order) => {
    const own = heights[order.panel] ?? [];
    const problems = (tooWide[order.panel] ?? []).map((text) => wideProblem(order, text));
    const slot = bases.get(order)?.slot;
    if (slot === undefined) return problems;
    const tightness = tightnessFor(own, slot);
    if (tightness === undefined) return [...problems, highProblem(order, (own[TIGHTEST] ?? 0) - slot)];
    order.tightness = tightness;
    return problems;
  });
}

/** Tells the slot of each panel, where that is a box of its own or whole pages; nothing if it has more pages than any. */
export function slotChooser(
  { slots }: Form,
  { heights }: PanelMeasures,
  pagesOf: (order: Order) => number,
): (order: Order) => Slot | undefined {
  return (order) => {
    const height = heights[order.panel]?.[0] ?? 0;
    const pages = pagesOf(order);
    return slots.find((slot) =>
      slot.kind === 'box' ? height <= slot.height : slot.kind === 'pages' && slot.count === pages,
    );
  };
}

function highProblem({ sheet, file }: Order, pixels: number): Problem {
  const { clinic, language, handout } = sheet;
  const panel = { file: clinic.file, line: clinic.lineOf(['name']), name: clinic.name };
  return tooHigh(panel, { language: language.english, handout: handout.id, form: file.form.name }, pixels);
}

function wideProblem({ sheet: { clinic, language } }: Order, text: string): Problem {
  const where = { file: clinic.file, line: clinic.lineOf(['name']) };
  const what = `Something is wider than the panel of ${clinic.name} in ${language.english}: "${text}"`;
  return error(where, what, 'break up the longest word or shorten the name.');
}

/**
 * Finds panels that are higher than all the pages they may have, before they are printed.
 * @param height of a page, in pixels
 */
export function tooHighForPages(orders: readonly Order[], { heights }: PanelMeasures, height: number): Problem[] {
  return orders.flatMap((order) => {
    const slots = order.file.form.slots.flatMap((slot) => (slot.kind === 'pages' ? slot.count : []));
    const most = Math.max(...slots) * height;
    return slots.length > 0 && (heights[order.panel]?.[0] ?? 0) > most ? [tooManyPages(order)] : [];
  });
}

/** What is wrong with a panel that has more pages than any slot of its form. */
export function tooManyPages({ sheet: { clinic, language }, file: { form } }: Order): Problem {
  const where = { file: clinic.file, line: clinic.lineOf(['name']) };
  const what = `The panel of ${clinic.name} in ${language.english} takes more pages than the form ${form.name} has room for.`;
  return error(where, what, 'leave out a phone, some hours or a program.');
}
