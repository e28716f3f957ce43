import type { Handout, HandoutText } from '../handout/handout.ts';
import { type Checked, error, hasErrors } from '../problem.ts';
import { acceptSections, acceptedText } from './accept-sections.ts';
import { checkTranslations, type TranslationContext } from './check-translations.ts';
import { nameUnit } from './check-editions.ts';

/**
 * Accepts sections of a translation as made from the English of today, if they pass the gate against it.
 * @param file its file as it is
 * @param ids of the sections, or `title` and `summary`; none to find the number of the edition alone
 */
export function acceptChecked(
  file: string,
  handout: Handout,
  text: HandoutText,
  ids: readonly string[],
  context: TranslationContext,
): Checked<string> {
  const strangers = ids.filter((id) => !handout.source.units.has(id) || !text.units.has(id));
  if (strangers.length > 0) {
    const known = [...text.units.keys()].filter((id) => handout.source.units.has(id));
    const fix = `name some of: ${known.join(', ')}.`;
    return {
      problems: strangers.map((id) =>
        error(text.file, `There is nothing to accept: ${nameUnit(id)} is not in both texts.`, fix),
      ),
    };
  }
  const accepted = acceptedText(handout, text, ids);
  const texts = handout.texts.map((each) => (each === text ? accepted : each));
  const problems = checkTranslations([{ ...handout, texts }], context).filter(({ where }) => where.file === text.file);
  return hasErrors(problems) ? { problems } : { value: acceptSections(file, { handout, text, ids }), problems };
}
