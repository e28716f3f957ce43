import { warning } from '../../problem.ts';
import type { PlainLanguageCheck } from './source-text.ts';

/** "20 %", "20 percent", "1 in 10", "one out of five", "1:1000". */
const RATE =
  /\b\d+(?:[.,]\d+)?\s?(?:%|per\s?cent\b)|\b(?:\d+|one|two|three)\s(?:in|out of)\s(?:every\s)?(?:\d[\d,]*|five|ten|a hundred|a thousand)\b|\b1:\d+\b/giu;
const PERCENT = /%|per\s?cent/i;
/** Words that say how much or how likely that is. */
const PLAIN =
  /\b(?:most|many|few|fewer|half|almost all|nearly all|hardly|rare|rarely|common|often|likely|unlikely|means?|that is|in other words|third|quarter)\b/i;
/** "1 in 10 people" says of whom. */
const OF_WHOM = /^\s(?:[a-z]+\s){0,2}(?:people|persons|women|men|patients|children|adults|babies|times|tests|cases)\b/i;

/**
 * PEMAT-P 6 and Clear Communication Index 15 and 16: numbers are those a reader uses, and are explained. A percentage needs
 * plain words beside it, or people ("1 in 10 people"); "1 in 10" needs to say of whom, or plain words.
 */
export const checkNumbers: PlainLanguageCheck = ({ sentences }) =>
  sentences.flatMap(({ text, where }) => {
    const rates = [...text.matchAll(RATE)];
    const isExplained =
      PLAIN.test(text) ||
      rates.some((rate) => !PERCENT.test(rate[0]) && OF_WHOM.test(text.slice(rate.index + rate[0].length)));
    if (isExplained) return [];
    return rates.slice(0, 1).map(([rate]) => {
      const what = `"${rate}" stands here without plain words that say how much that is.`;
      return warning(where, what, 'say it in people or in words too: "about 1 in 10 people", "that is rare".');
    });
  });
