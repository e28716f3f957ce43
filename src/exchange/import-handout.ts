import { type Handout, type HandoutText } from '../handout/handout.ts';
import { FRONT_UNITS, readUnits } from '../handout/units.ts';
import { error, hasErrors, type Problem, warning } from '../problem.ts';
import { acceptSections } from '../translation/accept-sections.ts';
import type { ExchangeFile } from './exchange-file.ts';
import type { PlacedUnit, ReturnedGroups } from './group-returned.ts';
import { type GroupImport, importGroup } from './import-group.ts';
import { checkWritten } from './check-written.ts';
import type { FileImport } from './import-result.ts';
import type { PassageGroup } from './passage.ts';
import { splitHandout } from './split-handout.ts';
import { replaceRanges, type Replacement } from './write-passage.ts';
import { lineEndOf } from './yaml-text.ts';

/** A handout, with its translation as it stands on disk, if there is one. */
export interface HandoutToImport {
  handout: Handout;
  text?: HandoutText;
  raw?: string;
  exchange: ExchangeFile;
  /** What a translation that begins is called: made by a machine, or by a person. */
  draft: 'machine-draft' | 'human-draft';
}

/** Writes returned texts into the translation of a handout, and records what each section was made from. */
export function importHandout(returned: ReturnedGroups, given: HandoutToImport): FileImport {
  const { handout, text, raw = '', exchange } = given;
  const present = new Map(splitHandout(raw).map((group) => [group.id, group]));
  const imports = new Map<string, GroupImport>();
  const problems: Problem[] = [];
  for (const [id, units] of returned) {
    const group = exchange.groups.find((each) => each.id === id);
    if (!group) {
      problems.push(...units.map((unit) => unknownSection(unit, exchange)));
      continue;
    }
    const own = present.get(id);
    imports.set(
      id,
      importGroup(units, { handout, raw, exchange, group, ...(text && { text }), ...(own && { present: own }) }),
    );
  }
  const all = [...imports.values()];
  problems.push(...all.flatMap((one) => one.problems));
  const changes = all.flatMap((one) => one.changes);
  const madeFrom = Object.fromEntries(
    [...imports].flatMap(([id, one]) => (one.madeFrom === undefined ? [] : [[id, one.madeFrom]])),
  );
  const result = { file: exchange.target, changes, renewed: Object.keys(madeFrom), problems };
  const isNothing = changes.length === 0 && Object.keys(madeFrom).length === 0;
  if (hasErrors(problems) || isNothing) return result;
  if (given.raw === undefined) return { ...result, ...startTranslation(imports, returned, given) };
  const written = writeGroups(raw, imports, present, handout);
  problems.push(...checkWritten(written, imports, returned));
  if (text?.translation?.state === 'reviewed' && changes.length > 0) problems.push(afterReview(text, changes.length));
  return { ...result, after: text ? record(written, madeFrom, handout, text) : written };
}

/** Sections stay where they are; one that is new comes after the one that it follows in the source. */
function writeGroups(
  raw: string,
  imports: ReadonlyMap<string, GroupImport>,
  present: ReadonlyMap<string, PassageGroup>,
  { source }: Handout,
): string {
  const lineEnd = lineEndOf(raw);
  const order = [...source.units.keys()];
  const added = new Map<number, string>();
  const replaced: Replacement[] = [];
  for (const id of order.filter((each) => imports.has(each))) {
    const { rebuilt, replacements = [] } = imports.get(id) ?? {};
    const own = present.get(id);
    replaced.push(...replacements);
    if (rebuilt === undefined) continue;
    const markdown = rebuilt.replaceAll('\n', lineEnd);
    if (own) {
      const end = own.range.start + raw.slice(own.range.start, own.range.end).trimEnd().length;
      replaced.push({ range: { start: own.range.start, end }, text: markdown });
    } else {
      const at = placeAfter(order.slice(0, order.indexOf(id)), present, raw);
      added.set(at, (added.get(at) ?? '') + markdown + lineEnd + lineEnd);
    }
  }
  const insertions = [...added].map(([at, markdown]): Replacement => {
    const isLast = at === raw.length;
    const gap = raw.endsWith(lineEnd) ? lineEnd : lineEnd + lineEnd;
    const text = isLast ? gap + markdown.slice(0, -lineEnd.length) : markdown;
    return { range: { start: at, end: at }, text };
  });
  // What is added before a section comes before what that section becomes.
  return replaceRanges(raw, [...insertions, ...replaced]);
}

/** Where a section begins that comes after some others in the source. */
function placeAfter(before: readonly string[], present: ReadonlyMap<string, PassageGroup>, raw: string): number {
  const sections = [...present.values()].filter(({ id }) => !FRONT_UNITS.some((front) => front === id));
  const last = sections.findLast(({ id }) => before.includes(id));
  return last?.range.end ?? sections[0]?.range.start ?? raw.length;
}

function record(written: string, madeFrom: Record<string, string>, handout: Handout, text: HandoutText): string {
  if (Object.keys(madeFrom).length === 0) return written;
  const units = readUnits(written, text.file);
  const renewed = { ...text, units, madeFrom: { ...text.madeFrom, ...madeFrom } };
  return acceptSections(written, { handout, text: renewed, ids: [] });
}

/** A translation that begins, from the source's own form: it must be whole, or its sheet would lack something. */
function startTranslation(
  imports: ReadonlyMap<string, GroupImport>,
  returned: ReturnedGroups,
  { handout, exchange, draft }: HandoutToImport,
): Partial<FileImport> {
  const { source } = handout;
  const ids = [...source.units.keys()];
  const missing = ids.filter((id) => imports.get(id)?.rebuilt === undefined);
  if (missing.length > 0) {
    const what = `${missing.length} of ${ids.length} sections are not translated (${missing.join(', ')}).`;
    const fix = 'a new translation is taken as a whole: translate them too, and import all files together.';
    return { changes: [], renewed: [], problems: [error(exchange.target, what, fix)] };
  }
  const words = (id: string): string => imports.get(id)?.rebuilt ?? '';
  const sections = ids.filter((id) => id !== 'title' && id !== 'summary');
  const file = [
    '---',
    `title: ${JSON.stringify(words('title'))}`,
    'summary: >-',
    `  ${words('summary')}`,
    `edition: ${handout.edition}`,
    'translation:',
    `  state: ${draft}`,
    '---',
    '',
    sections.map(words).join('\n\n'),
    '',
  ].join('\n');
  const problems = checkWritten(file, imports, returned);
  if (problems.length > 0) return { problems };
  const madeFrom = Object.fromEntries(ids.map((id) => [id, imports.get(id)?.base?.hash ?? '']));
  const text: HandoutText = { ...source, file: exchange.target, locale: exchange.locale };
  return { after: record(file, madeFrom, handout, text), renewed: ids };
}

function unknownSection({ id, file, line }: PlacedUnit, { original }: ExchangeFile): Problem {
  const what = `The text "${id}" is of no section of ${original}.`;
  return error({ file, line }, what, 'take it out of the file, or export again.');
}

function afterReview({ file, translation }: HandoutText, changes: number): Problem {
  const name = translation?.state === 'reviewed' ? translation.name : '';
  const what = `${name} has reviewed this translation; ${changes} of its texts are now others.`;
  return warning(file, what, 'ask for a review of what has changed.');
}
