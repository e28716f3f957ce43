import { allSections } from '../../handout/handout.ts';
import { warning } from '../../problem.ts';
import { findExcess } from './excess.ts';
import type { PlainLanguageCheck } from './source-text.ts';

/** Federal Plain Language Guidelines (2011), "Write short paragraphs": 150 words in three to eight sentences. */
const MOST_SENTENCES = 8;
const MOST_WORDS = 150;

/** PEMAT-P 8 and Clear Communication Index 9: text comes in short pieces. */
export const checkChunks: PlainLanguageCheck = ({ text: { file, sections, locale } }) =>
  allSections(sections).flatMap(({ blocks }) =>
    blocks.flatMap(({ text, line }) => {
      const excess = findExcess(text, locale, { sentences: MOST_SENTENCES, words: MOST_WORDS });
      if (excess === undefined) return [];
      const what = `This paragraph has ${excess}.`;
      const fix = `keep to ${MOST_SENTENCES} sentences and ${MOST_WORDS} words: part it, make it a list, or give its second half a heading.`;
      return [warning({ file, line }, what, fix)];
    }),
  );
