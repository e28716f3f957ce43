import type { Glossary } from '../translation/glossary.ts';
import { termPattern } from '../translation/term-pattern.ts';

/** A sound spelled out by syllables, one of them stressed: KAL-sih-fuh-LAK-sis. It is there for the sake of a term. */
const PARTED = /\b[A-Za-z]+(?:-[A-Za-z]+){2,}\b/g;
const STRESSED = /\b[A-Z]{2,}\b/;

/** Takes the named terms out of a text of the source language. */
export type RemoveTerms = (text: string) => string;

/**
 * Finds the terms that a text of the source language cannot do without, to measure it without them: "calciphylaxis" counts
 * five syllables wherever it stands, however plain the rest is. They are the terms of the glossary, and their sounds. Their
 * sentences get shorter by it too, so a grade without them is told beside the one with them, never alone.
 */
export function createTermRemover({ terms }: Pick<Glossary, 'terms'>): RemoveTerms {
  const patterns = Object.values(terms)
    .flatMap(({ source }) => source)
    // The longest first: "dialysis center" would else leave a "center" behind.
    .toSorted((a, b) => b.length - a.length)
    .map((term) => termPattern(term.normalize('NFC'), 'gi'));
  return (text) =>
    patterns
      .reduce((rest, pattern) => rest.replace(pattern, ' '), text.normalize('NFC'))
      .replace(PARTED, (parted) => (STRESSED.test(parted) ? ' ' : parted));
}
