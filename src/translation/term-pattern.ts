import { escapePattern } from './escape-pattern.ts';

/**
 * Finds a term of the source language as a whole word or phrase, also with a plural s, and with a hyphen or any white
 * space where the term has a space. Text and term must be in the same Unicode form; without the flag `i` also in the
 * same letter case.
 * @param flags beside `u`, such as `gi`
 */
export function termPattern(term: string, flags = ''): RegExp {
  const pattern = escapePattern(term).replaceAll(/\s+/g, '[\\s-]+');
  return new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?:e?s)?(?![\\p{L}\\p{N}])`, `u${flags}`);
}
