/**
 * Shortened words that never end a sentence, as ICU thinks they do: those that stand before a name or an example. Others,
 * such as "a.m.", may end one; a full stop after them is taken as ICU takes it, by the letter case of what follows.
 */
const NEVER_LAST = /(?:^|[\s(“"«¿¡])(?:Dr|Drs|Mr|Mrs|Ms|Prof|St|vs|e\.g|i\.e|Dra|Sr|Sra|Srta|Ud|Uds|p\.\s?ej)\.\s*$/iu;

/** As many letters as the longest of them has, with the spaces around it; a text may be one endless sentence. */
const LONGEST = 12;

/**
 * Takes a text apart into its sentences, by the rules of Unicode (UAX 29, as ICU has them), which know the full stops of
 * all scripts of the press but Thai, which has none: there the whole text is one.
 *
 * Input: `Ask Dr. Lee. He knows.`
 * Output: `['Ask Dr. Lee.', 'He knows.']`
 */
export function splitSentences(text: string, locale: string): string[] {
  // A language that ICU does not know gets the rules of English, not those of the machine's own language.
  const segmenter = new Intl.Segmenter([locale, 'en'], { granularity: 'sentence' });
  const sentences: string[] = [];
  for (const { segment } of segmenter.segment(text)) {
    const open = sentences.at(-1);
    if (open !== undefined && NEVER_LAST.test(open.slice(-LONGEST))) sentences[sentences.length - 1] = open + segment;
    else sentences.push(segment);
  }
  return sentences.map((sentence) => sentence.trim()).filter((sentence) => sentence !== '');
}
