import type { References } from '../markup/inline-text.ts';
import { figuresOf } from '../translation/compare-figures.ts';
import { readingsOf } from '../translation/figure-readings.ts';
import type { FiguresFound } from './packet.ts';

/** What figures are looked for in: an author's own words, and the facts that they name. */
export interface FigureText {
  own: string;
  /** Names of facts, such as phones. */
  references: readonly string[];
}

/**
 * The numbers, phones and web addresses of a text and its translation, for the eye of a reviewer. They are the same if each
 * of one side may be read as one of the other; a number written as a word is for the reviewer to judge.
 * @returns nothing where neither side has any
 */
export function findFigures(
  source: FigureText & { facts: References },
  translation: FigureText & { facts: References },
  locale: string,
): FiguresFound | undefined {
  const [wanted, found] = [listFigures(source), listFigures(translation)];
  if (wanted.length + found.length === 0) return undefined;
  const rest = [...found];
  for (const figure of wanted) {
    const [value = figure] = readingsOf(figure);
    const index = rest.findIndex((candidate) => candidate === figure || readingsOf(candidate, locale).includes(value));
    if (index === -1) return { source: wanted, translation: found, isSame: false };
    rest.splice(index, 1);
  }
  return { source: wanted, translation: found, isSame: rest.length === 0 };
}

function listFigures({ own, references, facts }: FigureText & { facts: References }): string[] {
  const named = references.flatMap((name) => {
    const fact = facts.get(name);
    return fact && fact.kind !== 'name' ? [fact.display] : [];
  });
  return [...figuresOf(own), ...named];
}
