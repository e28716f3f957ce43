import { readUnits } from '../handout/units.ts';
import { error, PressError } from '../problem.ts';
import { readText } from '../read-text.ts';

/**
 * Reads a back-translation: a handout file in the source language with the sections of the translation, put back by
 * somebody who had not seen the source.
 * @param known ids of the sections of the handout
 * @returns the words of each section, by its id
 * @throws {PressError} for a file that is not there, or that has none of the sections
 */
export async function readBackTranslation(file: string, known: readonly string[]): Promise<Map<string, string>> {
  const read = await readText(file, file).catch(() => undefined);
  if (read?.value === undefined) {
    const missing = error('--back-translation', `There is no file ${file} that can be read.`, 'correct the path.');
    throw new PressError(read?.problems ?? [missing]);
  }
  const units = [...readUnits(read.value, file).values()].filter(({ id }) => known.includes(id));
  if (units.length === 0) {
    const what = 'It has none of the sections of this handout.';
    throw new PressError([error(file, what, `give its sections the ids of the handout: ${known.join(', ')}.`)]);
  }
  return new Map(units.map(({ id, markdown }) => [id, plainWords(markdown)]));
}

/** Without the signs of Markdown: they are no words of the translator. */
function plainWords(markdown: string): string {
  return markdown
    .replaceAll(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/^#+\s*(.*?)\s*\{[^{}]*\}\s*$/gm, '$1.')
    .replaceAll(/\*\*|^\s*(?:[-*]|\d+\.)\s/gm, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
