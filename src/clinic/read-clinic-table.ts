import { type Checked, error, type Problem } from '../problem.ts';
import { readText } from '../read-text.ts';
import { type ClinicTableCheck, parseClinicTable } from './parse-clinic-table.ts';
import type { Clinic } from './record-schemas.ts';

/**
 * Reads the table of a network's clinics; see {@link parseClinicTable}.
 * @param path of the CSV file, from the folder the command runs in; problems name it as it was given
 */
export async function readClinicTable(
  path: string,
  check: ClinicTableCheck,
): Promise<{ value: Clinic[]; problems: Problem[] }> {
  const text = await readText(path, path).catch((failure: unknown): Checked<string> => {
    return { problems: [explainUnread(path, failure)] };
  });
  return text.value === undefined ? { value: [], problems: text.problems } : parseClinicTable(text.value, path, check);
}

function explainUnread(path: string, failure: unknown): Problem {
  const { code } = failure as NodeJS.ErrnoException;
  if (code === undefined) throw failure;
  if (code !== 'ENOENT')
    return error(path, `This file cannot be read (${code}).`, 'name a CSV file that you may read.');
  return error(
    path,
    'There is no such file.',
    'correct --clinics: a path from the folder in which you run the command.',
  );
}
