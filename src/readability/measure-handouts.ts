import type { Handout } from '../handout/handout.ts';
import { measureText, type Readability } from './measure-text.ts';
import type { ReadabilityGate } from './check-readability.ts';

/** One text of a handout, measured. */
export interface MeasuredText {
  /** Id of the handout. */
  handout: string;
  /** English name of the language. */
  language: string;
  readability: Readability;
}

/** Measures all handouts in all their languages, in the order of both. */
export function measureHandouts(
  handouts: readonly Handout[],
  { languages, glossary }: ReadabilityGate,
): MeasuredText[] {
  return handouts.flatMap(({ id, texts }) =>
    texts.flatMap((text) => {
      const language = languages.find(({ tag }) => tag === text.locale);
      if (!language) return [];
      return [{ handout: id, language: language.english, readability: measureText(text, language, glossary) }];
    }),
  );
}
