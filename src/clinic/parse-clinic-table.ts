import { createHash } from 'node:crypto';
import { compareText, error, type Problem } from '../problem.ts';
import { assignClinicIds } from './clinic-id.ts';
import type { ColumnName } from './clinic-table-columns.ts';
import { findDelimiter, parseHeader } from './clinic-table-header.ts';
import { createRowCheck, parseClinicRow, type RowFacts } from './parse-clinic-row.ts';
import { type CsvRow, readCsv } from './read-csv.ts';
import type { Clinic, ClinicRecord } from './record-schemas.ts';
import { createSharing } from './share-equal.ts';

/** What a table of clinics is checked against. */
export interface ClinicTableCheck extends RowFacts {
  /** Ids of the clinics that have files of their own. */
  takenIds: readonly string[];
}

/** A clinic of a table, before it has an id. */
interface TableEntry {
  line: number;
  record: ClinicRecord;
  /** Its own id, if the table gives it one. */
  id?: string;
}

/**
 * More problems than these are one mistake made all over, such as a column in another form: nobody reads on. A last
 * one says how many are left out.
 */
const MOST_PROBLEMS = 100;

/**
 * Reads the clinics of a CSV table (see the README for its columns), each checked by the schema of YAML files too.
 * @param text decoded, with `\n` as line ends
 * @param file the table's name in problems and in `file` of its clinics
 * @returns the clinics in the order of their ids, and the problems of all rows in the order of the rows
 */
export function parseClinicTable(
  text: string,
  file: string,
  check: ClinicTableCheck,
): { value: Clinic[]; problems: Problem[] } {
  const { entries, problems } = readEntries(text, file, check);
  const named = nameEntries(entries, file, check.takenIds);
  const clinics = named.value.sort((a, b) => compareText(a.id, b.id));
  return { value: clinics, problems: limitProblems([...problems, ...named.problems]) };
}

function readEntries(text: string, file: string, check: ClinicTableCheck) {
  const rowCheck = createRowCheck(file, check);
  const entries: TableEntry[] = [];
  const problems: Problem[] = [];
  const findRepeat = createRepeatFinder(file);
  const share = createSharing();
  let header: readonly (ColumnName | undefined)[] | undefined;
  let rows = 0;
  const unread = readCsv(text, file, findDelimiter(text, rowCheck.columns), (row) => {
    const { line, cells } = row;
    if (rows++ === 0) {
      const parsed = parseHeader(cells, rowCheck.columns, { file, line });
      header = parsed.value;
      problems.push(...parsed.problems);
    } else if (header) {
      const repeat = findRepeat(row);
      const { record, id, problems: ofRow } = repeat ? { problems: [repeat] } : parseClinicRow(row, header, rowCheck);
      problems.push(...ofRow);
      if (record) entries.push({ line, id, record: shareParts(record, share) });
    }
  });
  if (rows === 1 && header && unread.length === 0) {
    problems.push(
      error(file, 'There is no clinic in this table.', 'add a row for each clinic below the names of the columns.'),
    );
  }
  return { entries, problems: [...problems, ...unread] };
}

function shareParts(record: ClinicRecord, share: <T>(value: T) => T): ClinicRecord {
  const { hours, languages, programs } = record;
  return {
    ...record,
    hours: hours && share(hours),
    languages: languages && share(languages),
    programs: share(programs),
  };
}

/** Rows are told apart by the hash of their cells: the rows of a large table are not kept. */
function createRepeatFinder(file: string): (row: CsvRow) => Problem | undefined {
  const lineByRow = new Map<string, number>();
  return ({ line, cells }) => {
    const key = createHash('sha256').update(JSON.stringify(cells)).digest('base64');
    const first = lineByRow.get(key);
    if (first === undefined) lineByRow.set(key, line);
    return first === undefined
      ? undefined
      : error({ file, line }, `Row ${line} repeats row ${first}.`, 'remove one of the two.');
  };
}

function nameEntries(entries: readonly TableEntry[], file: string, takenIds: readonly string[]) {
  const given = entries.flatMap(({ id }) => id ?? []);
  const unnamed = entries.filter(({ id }) => id === undefined);
  const made = assignClinicIds(
    unnamed.map(({ record }) => record),
    new Set([...takenIds, ...given]),
  );
  const idOf = new Map(unnamed.map((entry, index) => [entry, made[index]]));
  const ownerOf = new Map<string, number | undefined>(takenIds.map((id) => [id, undefined]));
  const problems: Problem[] = [];
  const value = entries.flatMap((entry): Clinic[] => {
    const { line, record } = entry;
    const id = entry.id ?? idOf.get(entry) ?? '';
    if (ownerOf.has(id)) problems.push(explainClash(entry, id, file, ownerOf.get(id)));
    else ownerOf.set(id, line);
    return [{ ...record, id, file, lineOf: () => line }];
  });
  return { value, problems };
}

function explainClash({ id: given, line }: TableEntry, id: string, file: string, other: number | undefined): Problem {
  const owner = other === undefined ? `content/clinics/${id}.yaml` : `row ${other}`;
  if (given !== undefined) {
    return error({ file, line }, `The id "${id}" is that of ${owner} too.`, 'give each clinic an id of its own.');
  }
  const what = `Row ${line} has the name, address and phone of ${owner}, and both would have the id "${id}".`;
  return error({ file, line }, what, 'remove one of the two, or give each an id in the column "id".');
}

function limitProblems(problems: readonly Problem[]): Problem[] {
  const inOrder = problems.toSorted((a, b) => (a.where.line ?? 0) - (b.where.line ?? 0));
  const next = inOrder[MOST_PROBLEMS];
  if (!next) return inOrder;
  const left = inOrder.length - MOST_PROBLEMS;
  const what = `There are ${left} more problems in this table, from here on.`;
  const last = error(next.where, what, 'mend those above first: often one mistake is behind many of them.');
  return [...inOrder.slice(0, MOST_PROBLEMS), last];
}
