import { allSections, type Handout, type HandoutText, type Section, type TextBlock } from '../handout/handout.ts';
import type { Place } from '../problem.ts';
import { originalsOf } from './originals.ts';

/** Words in one language, and where their author wrote them. */
export interface PlacedText {
  /** As a reader finds them on the sheet. */
  text: string;
  /** The same without facts (`{{…}}`) and words marked as another language's. */
  own: string;
  where: Place;
}

/** A text of the source beside its translation: what the facts gate compares. */
export interface TextPair {
  /** Tag of the translation's language. */
  locale: string;
  /** What it is, in a sentence: "The section {#tests}". */
  name: string;
  source: PlacedText;
  translated: PlacedText;
}

/**
 * Pairs of a handout and one translation: its title, its summary and each section, beside the English they were made
 * from.
 */
export function pairTexts(handout: Handout, translation: HandoutText): TextPair[] {
  const { locale } = translation;
  const originals = originalsOf(handout, translation);
  const front = (['title', 'summary'] as const).flatMap((key): TextPair[] => {
    const original = originals[key];
    if (!original) return [];
    const { words, from } = original;
    return [
      {
        locale,
        name: `The ${key}`,
        source: placeFront(words, from),
        translated: placeFront(translation[key], translation),
      },
    ];
  });
  const sections = originals.sections.flatMap(({ words, from }): TextPair[] => {
    const translated = allSections(translation.sections).find(({ id }) => id === words.id);
    if (!translated) return [];
    const name = `The section {#${words.id}}`;
    return [
      { locale, name, source: placeSection(words, from.file), translated: placeSection(translated, translation.file) },
    ];
  });
  return [...front, ...sections];
}

function placeFront({ text, own, line }: HandoutText['title'], { file }: HandoutText): PlacedText {
  return { text, own, where: { file, line } };
}

function placeSection({ blocks, pictures, line }: Section, file: string): PlacedText {
  const joined = (words: (block: TextBlock) => string) =>
    [...blocks.map(words), ...pictures.map(({ alt }) => alt)].join('\n');
  return { text: joined(({ text }) => text), own: joined(({ own }) => own), where: { file, line } };
}
