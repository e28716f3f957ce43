import type { Sheet } from './build-sheets.ts';

/** The newest edition by code of the handout and language: `{ CAL: { en: 2, es: 1 } }`. */
export type NewestEditions = Record<string, Record<string, number>>;

/** The newest edition of every handout in every language: all that must be known to know every code. */
export function newestEditions(sheets: Iterable<Pick<Sheet, 'handout' | 'text'>>): NewestEditions {
  const newest: NewestEditions = {};
  for (const { handout, text } of sheets) {
    newest[handout.code] = { ...newest[handout.code], [text.locale]: text.edition };
  }
  return newest;
}
