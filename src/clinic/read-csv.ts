import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { error, type Problem } from '../problem.ts';
import type { Delimiter } from './clinic-table-header.ts';

/** A row of a CSV file that is not wholly empty. */
export interface CsvRow {
  /** 1-based; where the row begins, since a cell in quotes may go on over line ends. */
  line: number;
  cells: string[];
}

/**
 * Reads a CSV text (RFC 4180) and hands on row after row, so that the rows of a large file are never in memory
 * together. Signs of space around a cell are dropped.
 * @returns a problem if the rest of the file cannot be told apart into cells
 */
export function readCsv(text: string, file: string, delimiter: Delimiter, onRow: (row: CsvRow) => void): Problem[] {
  let lastLine = 0;
  try {
    parse(text, {
      delimiter,
      trim: true,
      relax_column_count: true,
      on_record: (cells: string[], { lines }) => {
        const line = lastLine + 1;
        lastLine = lines;
        if (cells.some((cell) => cell !== '')) onRow({ line, cells });
        // What is not returned is not kept.
        return null;
      },
    });
    return [];
  } catch (failure) {
    if (!(failure instanceof CsvError)) throw failure;
    const what = REASONS[failure.code] ?? `This row cannot be read: ${failure.message}.`;
    return [error({ file, line: lastLine + 1 }, what, QUOTES_FIX)];
  }
}

const REASONS: Partial<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'A quote opens in this row or a later one, and nothing closes it.',
  CSV_INVALID_CLOSING_QUOTE: 'After a closing quote the cell goes on.',
  CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE: 'After a closing quote the cell goes on.',
  INVALID_OPENING_QUOTE: 'There is a quote inside a cell that does not begin with one.',
};

const QUOTES_FIX =
  'put "quotes" around the whole cell, and write each quote inside it twice: "Dr. ""Joe"" Sample". Spreadsheets do so when they save as CSV.';
