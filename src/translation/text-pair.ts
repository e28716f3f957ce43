import type { Handout, HandoutText, Section, TextBlock } from '../handout/handout.ts';
import type { Place } from '../problem.ts';

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

/** Pairs of a handout and one translation: its title, its summary and each section whose id both have. */
export function pairTexts(handout: Handout, translation: HandoutText): TextPair[] {
  const { source } = handout;
  const { locale } = translation;
  const front = (['title', 'summary'] as const).map((key): TextPair => {
    const placed = (text: HandoutText): PlacedText => {
      return { text: text[key].text, own: text[key].own, where: { file: text.file, line: text[key].line } };
    };
    return { locale, name: `The ${key}`, source: placed(source), translated: placed(translation) };
  });
  return [...front, ...pairSections(source.sections, translation.sections, source.file, translation)];
}

function pairSections(
  source: readonly Section[],
  translated: readonly Section[],
  file: string,
  to: HandoutText,
): TextPair[] {
  return source.flatMap((section) => {
    const other = translated.find(({ id }) => id === section.id);
    if (!other) return [];
    const pair: TextPair = {
      locale: to.locale,
      name: `The section {#${section.id}}`,
      source: placeSection(section, file),
      translated: placeSection(other, to.file),
    };
    return [pair, ...pairSections(section.parts, other.parts, file, to)];
  });
}

function placeSection({ blocks, pictures, line }: Section, file: string): PlacedText {
  const joined = (words: (block: TextBlock) => string) =>
    [...blocks.map(words), ...pictures.map(({ alt }) => alt)].join('\n');
  return { text: joined(({ text }) => text), own: joined(({ own }) => own), where: { file, line } };
}
