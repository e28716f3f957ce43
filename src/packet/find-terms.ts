import type { Glossary } from '../translation/glossary.ts';
import { termPattern } from '../translation/term-pattern.ts';
import type { TermHit } from './packet.ts';

/** The agreed terms that a text of the source has, and whether its translation uses the agreed words. */
export function findTerms(source: string, translation: string, locale: string, { terms }: Glossary): TermHit[] {
  const [original, found] = [source.normalize('NFC'), comparable(translation)];
  return Object.values(terms).flatMap(({ source: forms, translations }): TermHit[] => {
    const agreed = translations[locale];
    if (!agreed || !forms.some((form) => termPattern(form.normalize('NFC'), 'i').test(original))) return [];
    const words = [agreed.use, ...agreed.forms];
    return [{ term: forms[0] ?? '', agreed: words, isFound: words.some((word) => found.includes(comparable(word))) }];
  });
}

function comparable(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ');
}
