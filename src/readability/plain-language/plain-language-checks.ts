import { checkActions } from './check-actions.ts';
import { checkArithmetic } from './check-arithmetic.ts';
import { checkChunks } from './check-chunks.ts';
import { checkJargon } from './check-jargon.ts';
import { checkLongSentences } from './check-long-sentences.ts';
import { checkNumbers } from './check-numbers.ts';
import { checkOrder } from './check-order.ts';
import { checkPassive } from './check-passive.ts';
import { checkPurpose } from './check-purpose.ts';
import { checkSummary } from './check-summary.ts';
import { checkVisualAid } from './check-visual-aid.ts';
import type { PlainLanguageCheck } from './source-text.ts';

/**
 * The questions a source text is asked, after PEMAT-P (AHRQ publication 14-0002-EF) and the Clear Communication Index (CDC).
 * Both are filled in by people who judge what they read; this is what of them a program can see. No warning is no score.
 */
export const PLAIN_LANGUAGE_CHECKS: readonly PlainLanguageCheck[] = [
  checkPurpose,
  checkSummary,
  checkOrder,
  checkActions,
  checkChunks,
  checkJargon,
  checkLongSentences,
  checkPassive,
  checkNumbers,
  checkArithmetic,
  checkVisualAid,
];
