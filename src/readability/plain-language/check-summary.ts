import { warning } from '../../problem.ts';
import { findExcess } from './excess.ts';
import type { PlainLanguageCheck } from './source-text.ts';

/** The schema asks for two or three. */
const MOST_SENTENCES = 3;
/** Three sentences of twenty words. */
const MOST_WORDS = 60;

/** PEMAT-P 11 and Clear Communication Index 2 and 10: a summary comes first, short enough to be read by all. */
export const checkSummary: PlainLanguageCheck = ({ text: { file, summary, locale } }) => {
  const excess = findExcess(summary.text, locale, { sentences: MOST_SENTENCES, words: MOST_WORDS });
  if (excess === undefined) return [];
  const what = `The summary has ${excess}; it should have at most ${MOST_SENTENCES} sentences and ${MOST_WORDS} words.`;
  const fix = 'keep what a reader must know who reads nothing else, and move the rest into a section.';
  return [warning({ file, line: summary.line }, what, fix)];
};
