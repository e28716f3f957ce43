import { error, formatPlace, type Problem } from '../problem.ts';
import { type Glossary, GLOSSARY_FILE, type Term } from './glossary.ts';
import { termPattern } from './term-pattern.ts';
import type { PlacedText, TextPair } from './text-pair.ts';

/** The word of a language for a term. */
type AgreedWord = Term['translations'][string];

/** A term with what finds it in a source text. */
interface KnownTerm {
  id: string;
  term: Term;
  patterns: RegExp[];
}

/**
 * Reports a translated text that does not use the agreed word where its source has the term, and one that uses a word
 * the glossary forbids. Words are found by their letters alone, wherever they stand: inflected languages give stems.
 */
export function checkTerms(pairs: readonly TextPair[], glossary: Glossary): Problem[] {
  const known = Object.entries(glossary.terms).map(([id, term]): KnownTerm => {
    return { id, term, patterns: term.source.map((form) => termPattern(comparable(form))) };
  });
  return pairs.flatMap((pair) => {
    const [original, found] = [comparable(pair.source.text), comparable(pair.translated.text)];
    return known.flatMap(({ id, term, patterns }) => [
      ...(patterns.some((pattern) => pattern.test(original)) ? checkUse(pair, found, id, term, glossary) : []),
      ...checkAvoided(pair.translated, pair.name, id, term.translations[pair.locale]?.avoid ?? [], glossary),
    ]);
  });
}

/** The terms that a text of the source language has, in the order of the glossary. */
export function termsIn(text: string, { terms }: Glossary): Term[] {
  const found = comparable(text);
  return Object.values(terms).filter(({ source }) => source.some((form) => termPattern(comparable(form)).test(found)));
}

/** True for a translated text that has the agreed word of a term, in any of its forms. */
export function usesAgreedWord(text: string, agreed: AgreedWord): boolean {
  return hasOneOf(comparable(text), agreed);
}

function hasOneOf(found: string, { use, forms }: AgreedWord): boolean {
  return [use, ...forms].some((form) => found.includes(comparable(form)));
}

function checkUse(
  { locale, name, source, translated }: TextPair,
  found: string,
  id: string,
  term: Term,
  glossary: Glossary,
): Problem[] {
  const agreed = term.translations[locale];
  if (!agreed || hasOneOf(found, agreed)) return [];
  const line = glossary.lineOf(['terms', id, 'translations', locale]);
  const what = `${name} lacks "${agreed.use}", the agreed word for "${term.source[0]}" (${formatPlace(source.where)}).`;
  const fix = `use it, or, if the form you used is right too, add it to the forms in ${GLOSSARY_FILE}:${line}.`;
  return [error(translated.where, what, fix)];
}

/** Reports words the glossary forbids in a text of the source language. */
export function checkSourceTerms(
  texts: readonly { name: string; placed: PlacedText }[],
  glossary: Glossary,
): Problem[] {
  return texts.flatMap(({ name, placed }) =>
    Object.entries(glossary.terms).flatMap(([id, { avoid }]) => checkAvoided(placed, name, id, avoid, glossary)),
  );
}

function checkAvoided(
  { text, where }: PlacedText,
  name: string,
  id: string,
  avoid: readonly string[],
  glossary: Glossary,
): Problem[] {
  // Most terms forbid nothing.
  if (avoid.length === 0) return [];
  const found = comparable(text);
  return avoid
    .filter((form) => found.includes(comparable(form)))
    .map((form) => {
      const what = `${name} says "${form}", which the glossary forbids for "${id}".`;
      return error(where, what, `use the agreed word (${GLOSSARY_FILE}:${glossary.lineOf(['terms', id])}).`);
    });
}

function comparable(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ');
}
