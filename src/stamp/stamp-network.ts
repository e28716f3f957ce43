import type { Clinic } from '../clinic/record-schemas.ts';
import { networkSheets, type Sheet, type SheetContext } from '../html/build-sheets.ts';
import { createPanelRenderers } from '../html/render-panels.ts';
import type { Language } from '../i18n/languages.ts';
import type { OpenPrinter } from '../pdf/browser-pool.ts';
import type { PrintContext, PrintShop } from '../pdf/print-shop.ts';
import { hasErrors, type Problem } from '../problem.ts';
import { createBases } from './bases.ts';
import { bucketsOf } from './buckets.ts';
import { LeftOutLines } from './left-out.ts';
import { type StampedSheet, stampGroup, type StampGroup, type StampPress } from './stamp-group.ts';
import { readBack, type StampContext } from './stamp-sheets.ts';

/** What is stamped in one piece: one language for some clinics. */
export interface NetworkUnit {
  language: Language;
  /** Number of the bucket the clinics are in. */
  bucket: number;
  /** All of the bucket: their panels are printed together whoever is asked for, so that the files are the same. */
  clinics: readonly Clinic[];
  /** Ids of those that files are made for. */
  wanted: ReadonlySet<string>;
  /** Files of each clinic. */
  files: number;
}

/** Takes the files of a unit as they are made. */
export interface UnitSink {
  write(stamped: StampedSheet): void;
  /** After the last file of a unit without an error. */
  finish(): void;
}

/** The units of a network, language by language: parts of a build take neighbours, and so few languages each. */
export function networkUnits(
  languages: readonly Language[],
  clinics: readonly Clinic[],
): Pick<NetworkUnit, 'language' | 'bucket' | 'clinics'>[] {
  const byId = new Map(clinics.map((clinic) => [clinic.id, clinic]));
  const buckets = bucketsOf([...byId.keys()]).map((ids) => ids.flatMap((id) => byId.get(id) ?? []));
  return languages.flatMap((language) =>
    buckets
      .map((ofBucket, bucket) => ({ language, bucket, clinics: ofBucket }))
      .filter((unit) => unit.clinics.length > 0),
  );
}

/** What the network is stamped with. */
export interface NetworkContext extends StampContext {
  sheetContext: SheetContext;
  /** Opens a place for the files of a unit. */
  openSink(unit: NetworkUnit): UnitSink;
}

/**
 * Stamps the sheets of a network. Every panel is read back alone, and of each unit the first file of every handout and
 * form as a whole; the others are put together from the same pieces.
 * @param models sheets of the main clinic
 */
export async function stampNetwork(
  units: readonly NetworkUnit[],
  models: readonly Sheet[],
  shop: PrintShop,
  context: NetworkContext,
): Promise<Problem[]> {
  const baseOf = createBases(models, context);
  const rendererOf = createPanelRenderers(context.tools, context.settings);
  const leftOut = new LeftOutLines();
  const problems = await shop.map(units, async (open, unit) => {
    const own = models.filter((model) => model.language === unit.language);
    const sheets = unit.clinics.flatMap((clinic) => networkSheets(own, clinic, context.sheetContext));
    const press = { ...context, context, shop, baseOf, render: rendererOf(unit.language) };
    const made = await stampForms({ language: unit.language, sheets }, press, open);
    if (hasErrors(made.problems)) return made.problems;
    const wanted = made.value.filter(({ sheet }) => unit.wanted.has(sheet.clinic.id));
    leftOut.add(wanted);
    // Nothing is written before all is printed: when its browser dies, a unit is made once more from its beginning.
    const sink = context.openSink(unit);
    for (const stamped of wanted) {
      sink.write(stamped);
      context.onPrinted?.(`${stamped.sheet.id} ${stamped.form.name}`);
    }
    sink.finish();
    return made.problems;
  });
  return [...problems.flat(), ...leftOut.problems()];
}

/** Stamps sheets of a language in all their forms, one form after the other. */
async function stampForms(
  { language, sheets }: Omit<StampGroup, 'form'>,
  press: StampPress,
  open: OpenPrinter,
): Promise<{ value: StampedSheet[]; problems: Problem[] }> {
  const value: StampedSheet[] = [];
  const problems: Problem[] = [];
  for (const form of new Set(sheets.flatMap(({ files }) => files.map((file) => file.form)))) {
    const group = await stampGroup({ language, form, sheets }, press, open);
    problems.push(...group.problems, ...(await checkFirsts(group.value, press.context)));
    // Files of a unit with an error are not written: what is wrong with its other forms is found, and no more.
    if (!hasErrors(problems)) value.push(...group.value);
  }
  return { value, problems };
}

/** Reads the first file of each handout back. */
async function checkFirsts(stamped: readonly StampedSheet[], context: PrintContext): Promise<Problem[]> {
  const firsts = new Map(stamped.toReversed().map((one) => [one.sheet.handout.id, one]));
  const problems: Problem[] = [];
  for (const first of firsts.values())
    problems.push(...(await readBack(first, Buffer.concat(first.chunks), context)).problems);
  return problems;
}
