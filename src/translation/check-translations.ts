import type { Handout } from '../handout/handout.ts';
import type { Language } from '../i18n/languages.ts';
import { asWarning, error, type Problem } from '../problem.ts';
import { checkLanguage } from './check-language.ts';
import { checkSourceTerms, checkTerms } from './check-terms.ts';
import { compareFigures } from './compare-figures.ts';
import { compareStructure } from './compare-structure.ts';
import { type Glossary, GLOSSARY_FILE } from './glossary.ts';
import { pairTexts, type TextPair } from './text-pair.ts';
import { checkEditions } from './check-editions.ts';
import { checkReviews } from './check-reviews.ts';

/** What translations are checked with. */
export interface TranslationContext {
  languages: readonly Language[];
  glossary: Glossary;
  sourceLocale: string;
  /** See `Settings`. */
  isBeingWritten?: boolean;
}

/**
 * The facts gate of the content: nothing lost, nothing changed and nothing left untranslated between a source and its
 * translations. What the gate lets through is looked for again in the built page and in the printed PDF.
 */
export function checkTranslations(handouts: readonly Handout[], context: TranslationContext): Problem[] {
  return handouts.flatMap((handout) => [
    ...compareStructure(handout),
    ...whileWriting(checkEditions(handout), context),
    ...whileWriting(checkReviews(handout), context),
    ...checkSource(handout, context),
    // Against a source with errors every translation would look wrong, and the other way round.
    ...handout.texts
      .filter((text) => text !== handout.source && handout.source.isSound && text.isSound)
      .flatMap((text) => [
        ...checkPairs(pairTexts(handout, text), context),
        ...checkLatinNames(handout, text, context),
      ]),
  ]);
}

/** What will be mended while the content is being worked on stops nothing then. */
function whileWriting(problems: Problem[], { isBeingWritten }: TranslationContext): Problem[] {
  return isBeingWritten ? problems.map(asWarning) : problems;
}

/** The same gate for texts that are not a handout's, such as those of a program. */
export function checkPairs(
  pairs: readonly TextPair[],
  { languages, glossary, sourceLocale }: TranslationContext,
): Problem[] {
  return [
    ...pairs.flatMap((pair) => {
      const dates = languages.find(({ tag }) => tag === pair.locale)?.dates;
      return compareFigures(pair, sourceLocale, dates);
    }),
    ...checkTerms(pairs, glossary),
    ...checkSourceTerms(
      pairs.map(({ name, source }) => ({ name, placed: source })),
      glossary,
    ),
    ...checkLanguage(pairs, languages),
  ];
}

function checkSource(handout: Handout, { glossary }: TranslationContext): Problem[] {
  const texts = pairTexts(handout, handout.source).map(({ name, source }) => ({ name, placed: source }));
  return checkSourceTerms(texts, glossary);
}

/**
 * Names of drugs and the like stand in Latin letters too, once in each handout whose source has them: they are what a
 * label, a nurse and a pharmacist can compare.
 */
function checkLatinNames(
  handout: Handout,
  text: Handout['texts'][number],
  { glossary, languages }: TranslationContext,
): Problem[] {
  const { source } = handout;
  const language = languages.find(({ tag }) => tag === text.locale);
  if (!language || language.script === 'Latn') return [];
  const pairs = pairTexts(handout, text);
  const words = (of: 'source' | 'translated') =>
    pairs
      .map((pair) => pair[of].text)
      .join('\n')
      .toLowerCase();
  const [original, translated] = [words('source'), words('translated')];
  return Object.entries(glossary.terms).flatMap(([id, { source: forms, keepLatin }]) => {
    const [name = id] = forms;
    if (!keepLatin || !original.includes(name.toLowerCase()) || translated.includes(name.toLowerCase())) return [];
    const line = glossary.lineOf(['terms', id]);
    const what = `This text never gives the name "${name}" in Latin letters (${GLOSSARY_FILE}:${line}; ${source.file} has it).`;
    return [
      error(text.file, what, `put it in brackets after the name in ${language.english}, where that first stands.`),
    ];
  });
}
