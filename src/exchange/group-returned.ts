import { suggestNames } from '../nearest-names.ts';
import { error, formatPlace, type Problem } from '../problem.ts';
import type { ExchangeFile } from './exchange-file.ts';
import { onOneLine } from './passage.ts';
import type { ReturnedFile, ReturnedPiece, ReturnedUnit } from './returned.ts';

/** A returned text, and the file it came in. */
export interface PlacedUnit extends ReturnedUnit {
  file: string;
}

/** Returned texts by the group they are of. */
export type ReturnedGroups = Map<string, PlacedUnit[]>;

/**
 * Sorts the texts of returned files to the files of the project. Only files that the project has are known here: what a
 * returned file says of its origin is compared with their names, and never opened.
 */
export function groupReturned(
  returned: readonly ReturnedFile[],
  files: readonly ExchangeFile[],
): { byFile: Map<ExchangeFile, ReturnedGroups>; problems: Problem[] } {
  const known = new Map(files.flatMap((file) => [file.original, file.name].map((name) => [name, file])));
  const byFile = new Map<ExchangeFile, ReturnedGroups>();
  const seen = new Map<string, PlacedUnit>();
  const problems: Problem[] = [];
  for (const unit of returned.flatMap(({ file, units }) => units.map((each): PlacedUnit => ({ ...each, file })))) {
    const file = known.get(unit.of);
    if (!file) {
      problems.push(unknownFile(unit, files));
      continue;
    }
    const key = `${file.original} ${unit.id}`;
    const first = seen.get(key);
    seen.set(key, first ?? unit);
    if (first && isSame(first, unit)) continue;
    if (first) problems.push(standsTwice(unit, first));
    else addTo(byFile, file, unit);
  }
  return { byFile, problems };
}

function addTo(byFile: Map<ExchangeFile, ReturnedGroups>, file: ExchangeFile, unit: PlacedUnit): void {
  const groups: ReturnedGroups = byFile.get(file) ?? new Map<string, PlacedUnit[]>();
  byFile.set(file, groups);
  // Ids of sections have no dot.
  const group = unit.id.split('.')[0] ?? '';
  groups.set(group, [...(groups.get(group) ?? []), unit]);
}

function unknownFile({ of, id, file, line }: PlacedUnit, files: readonly ExchangeFile[]): Problem {
  const what = of === '' ? `The text "${id}" does not say which file it is of.` : `"${of}" is no file of this press.`;
  const isPath = of.includes('.');
  const names = files.map(({ original, name }) => (isPath ? original : name));
  return error({ file, line }, what, `give a file that the press has exported; ${suggestNames(of, names)}`);
}

function standsTwice({ id, file, line }: PlacedUnit, first: PlacedUnit): Problem {
  const what = `The text "${id}" is already translated otherwise in ${formatPlace(first)}.`;
  return error({ file, line }, what, 'keep one of the two.');
}

function isSame(a: PlacedUnit, b: PlacedUnit): boolean {
  const shown = (pieces: readonly ReturnedPiece[]): string =>
    onOneLine(pieces.map((piece) => (typeof piece === 'string' ? piece : `{${piece.id} ${piece.part}}`)).join(''));
  return shown(a.target) === shown(b.target) && shown(a.source) === shown(b.source);
}
