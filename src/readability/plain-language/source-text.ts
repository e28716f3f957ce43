import type { HandoutText } from '../../handout/handout.ts';
import type { Glossary } from '../../translation/glossary.ts';
import type { Problem } from '../../problem.ts';
import type { Sentence } from '../read-sentences.ts';

/** An English source text as the checks of plain language see it. */
export interface SourceText {
  text: HandoutText;
  /** From the title on. */
  sentences: readonly Sentence[];
  glossary: Pick<Glossary, 'terms'>;
}

/** Asks one question of plain language; every problem is a warning. */
export type PlainLanguageCheck = (source: SourceText) => Problem[];
