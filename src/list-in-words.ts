/** Joins words as a sentence does: `a`, `a and b`, `a, b and c`. */
export function listInWords(words: readonly string[]): string {
  return [...words.slice(0, -2), words.slice(-2).join(' and ')].join(', ');
}
