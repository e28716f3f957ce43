import type { CountryCode } from 'libphonenumber-js/max';
import type { z } from 'zod';
import type { Language } from '../i18n/languages.ts';
import { error, type Place, type Problem } from '../problem.ts';
import { checkPrograms } from './check-programs.ts';
import {
  type ClinicCells,
  type ClinicTableColumns,
  clinicTableColumns,
  type ColumnName,
  FURTHER_PHONES,
} from './clinic-table-columns.ts';
import type { CsvRow } from './read-csv.ts';
import { type ClinicRecord, clinicSchema } from './record-schemas.ts';

/** What the cells of a row may refer to. */
export interface RowFacts {
  /** Home country of the phones and postal codes. */
  country: CountryCode;
  languages: readonly Language[];
  programIds: readonly string[];
}

/** What a row is checked against. */
export interface RowCheck {
  /** The table's name in problems. */
  file: string;
  columns: ClinicTableColumns;
  record: ReturnType<typeof clinicSchema>;
  programIds: readonly string[];
}

/** A row that was read; the record is missing exactly if there is a problem. */
export interface ParsedRow {
  id?: string;
  record?: ClinicRecord;
  problems: Problem[];
}

/** Makes the check of all rows of a table. */
export function createRowCheck(file: string, { country, languages, programIds }: RowFacts): RowCheck {
  return { file, columns: clinicTableColumns(country, languages), record: clinicSchema(country), programIds };
}

/** Turns a row into the record that a YAML file would give, or says all that is wrong with it. */
export function parseClinicRow(
  { line, cells }: CsvRow,
  header: readonly (ColumnName | undefined)[],
  { file, columns, record, programIds }: RowCheck,
): ParsedRow {
  const where = { file, line };
  const { values, faults } = readCells(nameCells(cells, header), columns);
  const result = record.safeParse(recordOf(values));
  for (const issue of result.error?.issues ?? []) {
    const column = columnOf(issue.path, values);
    // A cell that could not be read is missing from the record too: that is said once.
    if (faults.every((fault) => fault.column !== column)) faults.push({ column, reason: reasonOf(issue) });
  }
  const problems = [
    ...cells
      .filter((cell, index) => cell.trim() !== '' && header[index] === undefined)
      .map((cell) => stray(cell, where)),
    ...faults.map(({ column, reason }) => explain(column, reason, columns, where)),
    ...checkPrograms(values.programs ?? [], programIds, () => where),
  ];
  return problems.length > 0 || !result.data ? { problems } : { id: values.id, record: result.data, problems };
}

/** Columns whose cells may have several lines. In all others a line end is a space. */
const LISTS: ReadonlySet<ColumnName> = new Set(['hours', 'languages', 'programs']);

type CellTexts = Partial<Record<ColumnName, string>>;

/** The texts of the cells that are not empty. */
function nameCells(cells: readonly string[], header: readonly (ColumnName | undefined)[]): CellTexts {
  const texts: CellTexts = {};
  for (const [index, column] of header.entries()) {
    if (column === undefined) continue;
    const text = (cells[index] ?? '').replaceAll(LISTS.has(column) ? /[^\S\n]+/g : /\s+/g, ' ').trim();
    if (text !== '') texts[column] = text;
  }
  return texts;
}

/** What is wrong with a cell, in words that follow "is not right:"; without a reason it is empty. */
interface CellFault {
  column: ColumnName;
  reason?: string;
}

/** Reads each cell alone, so that one wrong cell does not hide another. */
function readCells(texts: CellTexts, columns: ClinicTableColumns) {
  const values: Partial<Record<ColumnName, unknown>> = {};
  const faults: CellFault[] = [];
  for (const column of Object.keys(columns.shape) as ColumnName[]) {
    const result = columns.shape[column].safeParse(texts[column]);
    if (result.success) values[column] = result.data;
    else faults.push(...result.error.issues.map((issue) => ({ column, reason: reasonOf(issue) })));
  }
  return { values: values as Partial<ClinicCells>, faults };
}

function reasonOf(issue: z.core.$ZodIssue): string | undefined {
  return issue.code === 'invalid_type' ? undefined : issue.message;
}

/** The same shape that a YAML file has, for the same schema. */
function recordOf(values: Partial<ClinicCells>): unknown {
  const { name, shortName, street, city, state, zip, phone, web, hours, languages, interpreterLine, programs } = values;
  const hasAddress = [street, city, state, zip].some((part) => part !== undefined);
  const main = phone === undefined ? [] : [{ number: phone, use: 'main' }];
  return {
    name,
    shortName,
    phones: [...main, ...furtherPhones(values).map((use) => ({ number: values[use], use }))],
    website: web,
    address: hasAddress ? { street, city, state, postalCode: zip } : undefined,
    hours: hours?.length ? hours : undefined,
    languages: languages?.length ? languages : undefined,
    interpreterLine,
    programs,
  };
}

function furtherPhones(values: Partial<ClinicCells>) {
  return FURTHER_PHONES.filter((use) => values[use] !== undefined);
}

/** The column that gave the value at a path of the record. */
function columnOf([key, part]: readonly PropertyKey[], values: Partial<ClinicCells>): ColumnName {
  if (key === 'website') return 'web';
  if (key === 'address') return part === 'postalCode' ? 'zip' : (part as ColumnName);
  if (key === 'phones') return (['phone', ...furtherPhones(values)] as const)[Number(part ?? 0)] ?? 'phone';
  return key as ColumnName;
}

function explain(column: ColumnName, reason: string | undefined, columns: ClinicTableColumns, where: Place): Problem {
  const shouldBe = `It should be: ${columns.shape[column].description ?? ''}`;
  return reason === undefined
    ? error(where, `The column "${column}" is empty.`, `fill it in. ${shouldBe}`)
    : error(where, `The column "${column}" is not right: ${reason}.`, `correct it. ${shouldBe}`);
}

function stray(cell: string, where: Place): Problem {
  const fix =
    'empty it, or name its column in the first row. A cell that holds the delimiter needs "quotes" around it.';
  return error(where, `The cell "${cell.trim()}" stands in a column without a name.`, fix);
}
