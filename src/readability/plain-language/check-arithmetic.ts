import { warning } from '../../problem.ts';
import type { PlainLanguageCheck } from './source-text.ts';

/** The beginning of a sentence or clause, or the reader as the one who does it: "Your doctor multiplies" asks nothing of a reader. */
const READER_DOES = String.raw`(?:^[\P{L}]*|[,;:]\s+(?:then\s+)?|\b(?:you|to|please|then|and)\s+)`;
const SUMS = String.raw`(?:multiply|subtract|divide|calculate|add\s+(?:up|together|\d|(?:the|all|your|these|both|them)\s+(?:\w+\s+)?(?:numbers?|scores?|points?|results?|amounts?|answers?|totals?|together))|take\s+away\s+\d)`;
const ASKED = new RegExp(String.raw`${READER_DOES}(${SUMS})\b`, 'iu');
/** An amount that a reader has to work out from something else. */
const WORKED_OUT =
  /\b(?:times your (?:\w+ )?(?:weight|age|height)|(?:\/|per |for each |for every )(?:kg|kilos?|kilograms?|lbs?|pounds?)\b)/iu;

/** PEMAT-P 7 and Clear Communication Index 17: a reader is not asked to do sums. */
export const checkArithmetic: PlainLanguageCheck = ({ sentences }) =>
  sentences.flatMap(({ text, where }) => {
    const found = ASKED.exec(text)?.[1] ?? WORKED_OUT.exec(text)?.[0];
    if (found === undefined) return [];
    const fix = 'do the sum for the reader, and print the results, or ask the care team to write them in.';
    return [warning(where, `"${found}" asks the reader to do a sum.`, fix)];
  });
