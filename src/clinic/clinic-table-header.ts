import { type Checked, error, type Place, type Problem } from '../problem.ts';
import { suggestNames } from '../nearest-names.ts';
import type { ClinicTableColumns, ColumnName } from './clinic-table-columns.ts';

const DELIMITERS = [',', ';', '\t'] as const;
/** What stands between the cells of a row. */
export type Delimiter = (typeof DELIMITERS)[number];

/** The one sign of the three that splits the header into the most known columns; a comma if none does. */
export function findDelimiter(text: string, columns: ClinicTableColumns): Delimiter {
  const header = text.trimStart().split('\n', 1)[0] ?? '';
  const names = new Set(Object.keys(columns.shape).map((name) => name.toLowerCase()));
  const known = DELIMITERS.map(
    (delimiter) => header.split(delimiter).filter((cell) => names.has(plainName(cell))).length,
  );
  return DELIMITERS[known.indexOf(Math.max(...known))] ?? ',';
}

function plainName(cell: string): string {
  return cell.replaceAll('"', '').trim().toLowerCase();
}

/**
 * Finds the column that each cell of the header names, in any letter case.
 * @returns the columns in the order of the file; `undefined` for one without a name, whose cells must be empty
 */
export function parseHeader(
  cells: readonly string[],
  columns: ClinicTableColumns,
  where: Place,
): Checked<(ColumnName | undefined)[]> {
  const known = Object.keys(columns.shape) as ColumnName[];
  const byPlainName = new Map(known.map((name) => [name.toLowerCase(), name]));
  const found = cells.map((cell) => byPlainName.get(plainName(cell)));
  const problems: Problem[] = [
    ...cells
      .filter((cell, index) => plainName(cell) !== '' && found[index] === undefined)
      .map((cell) => {
        const fix = `remove it, or name it rightly: ${suggestNames(cell, known)}`;
        return error(where, `The column "${cell.trim()}" is not known here.`, fix);
      }),
    ...known
      .filter((name) => found.indexOf(name) !== found.lastIndexOf(name))
      .map((name) => error(where, `There are two columns "${name}".`, 'remove one of them, or name it rightly.')),
    ...known
      .filter((name) => !found.includes(name) && !columns.shape[name].safeParse(undefined).success)
      .map((name) => {
        const fix = `add it: ${columns.shape[name].description ?? ''} The first row of a table names its columns.`;
        return error(where, `The column "${name}" is missing.`, fix);
      }),
  ];
  return problems.length > 0 ? { problems } : { value: found, problems };
}
