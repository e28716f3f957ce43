import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Checked, error, type Problem } from '../problem.ts';
import { readText } from '../read-text.ts';

/** Folder, beside the texts of a handout, that holds its source as it was in each edition. */
export const EDITIONS_FOLDER = 'editions';

/** The source of a handout as it was in one edition, not parsed yet. */
export interface EditionFile {
  edition: number;
  file: string;
  text: string;
}

/**
 * Reads what is kept of the editions of a handout, the oldest first. They are what tells a translator what has changed,
 * and the press which sections of a translation are older than the source.
 * @param folder of the handout, from the project's root
 */
export async function readEditions(root: string, folder: string): Promise<Checked<EditionFile[]>> {
  const problems: Problem[] = [];
  const files: EditionFile[] = [];
  const names = await readdir(join(root, folder, EDITIONS_FOLDER)).catch(() => []);
  for (const name of names.filter((each) => !each.startsWith('.'))) {
    const file = `${folder}/${EDITIONS_FOLDER}/${name}`;
    const number = /^([1-9]\d*)\.md$/.exec(name)?.[1];
    if (number === undefined) {
      const fix = 'delete it: the press keeps each edition there itself, as 1.md, 2.md and so on.';
      problems.push(error(file, 'This file is not the text of an edition.', fix));
      continue;
    }
    const text = await readText(join(root, file), file);
    problems.push(...text.problems);
    if (text.value !== undefined) files.push({ edition: Number(number), file, text: text.value });
  }
  return { value: files.sort((a, b) => a.edition - b.edition), problems };
}
