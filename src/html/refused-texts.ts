import { allSections } from '../handout/handout.ts';
import { removedSections } from '../translation/originals.ts';
import { toldChanges } from '../translation/told-changes.ts';
import type { Sheet } from './build-sheets.ts';
import { comparable } from './compare-texts.ts';
import { authorText, type ExpectedText } from './expected-text.ts';

/**
 * The words of a translation that must not be on its sheet any more: those of sections that the sheet has in the source
 * language because they could hurt somebody, and of sections that the source no longer has. Words that stand elsewhere
 * on the sheet by right are not among them.
 * @param expected all words that must be on the sheet
 */
export function refusedTexts(
  { handout, language }: Pick<Sheet, 'handout' | 'language'>,
  expected: readonly ExpectedText[],
): ExpectedText[] {
  const text = handout.texts.find(({ locale }) => locale === language.tag);
  if (!text || text === handout.source) return [];
  const borrowed = new Set(toldChanges(handout, text).flatMap((told) => (told.isBorrowed ? [told.id] : [])));
  const sections = [
    ...allSections(text.sections).filter(({ id }) => borrowed.has(id)),
    ...removedSections(handout, text),
  ];
  const old = [...(borrowed.has('summary') ? [text.summary] : []), ...sections.flatMap(({ blocks }) => blocks)];
  if (old.length === 0) return [];
  const all = expected.map((one) => comparable(one.text)).join('');
  return old.filter((block) => !all.includes(comparable(block.text))).map((block) => authorText(block, text));
}
