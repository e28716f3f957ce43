import type { Clinic, Program } from '../clinic/record-schemas.ts';
import { allSections, type Handout, type HandoutText } from '../handout/handout.ts';
import { findPlaceholder } from '../placeholder.ts';
import { error, type Place, type Problem } from '../problem.ts';

/**
 * Finds what is still to be written in new files, such as `[[Who can get it.]]`. It must not reach a sheet, but whoever
 * is writing wants to see the page before it is done: so this is an error for a build alone.
 */
export function findPlaceholders({
  handouts,
  records,
}: {
  handouts: readonly Handout[];
  records: { clinics: readonly Clinic[]; programs: readonly Program[] };
}): Problem[] {
  return [
    ...handouts.flatMap(({ source, sources, texts }) => [
      ...sources.flatMap((text) => findIn(text, { file: source.file })),
      ...texts.flatMap(findInText),
    ]),
    ...[...records.clinics, ...records.programs].flatMap(findInRecord),
  ];
}

/** True while words of the text are still to be written: then it is no edition yet. */
export function isUnwritten(text: HandoutText): boolean {
  return findInText(text).length > 0;
}

function findInText({ file, title, summary, sections }: HandoutText): Problem[] {
  const blocks = [title, summary, ...allSections(sections).flatMap((section) => section.blocks)];
  return blocks.flatMap(({ text, line }) => findIn(text, { file, line }));
}

/** A record may have text in any field. */
function findInRecord({ file, lineOf, ...record }: Clinic | Program): Problem[] {
  const visit = (value: unknown, path: (string | number)[]): Problem[] => {
    if (typeof value === 'string') return findIn(value, { file, line: lineOf(path) });
    // A picture's bytes are no text.
    if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return [];
    return Object.entries(value).flatMap(([key, one]) =>
      visit(one, [...path, Array.isArray(value) ? Number(key) : key]),
    );
  };
  return visit(record, []);
}

function findIn(text: string, where: Place): Problem[] {
  const found = findPlaceholder(text);
  return found === undefined
    ? []
    : [error(where, `This is still to be written: ${found}`, 'write it, or delete what it stands in.')];
}
