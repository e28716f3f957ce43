import { termsIn, usesAgreedWord } from '../translation/check-terms.ts';
import type { Glossary } from '../translation/glossary.ts';
import type { TermHit } from './packet.ts';

/** The agreed terms that a text of the source has, and whether its translation uses the agreed words. */
export function findTerms(source: string, translation: string, locale: string, glossary: Glossary): TermHit[] {
  return termsIn(source, glossary).flatMap(({ source: [term = ''], translations }): TermHit[] => {
    const agreed = translations[locale];
    if (!agreed) return [];
    return [{ term, agreed: [agreed.use, ...agreed.forms], isFound: usesAgreedWord(translation, agreed) }];
  });
}
