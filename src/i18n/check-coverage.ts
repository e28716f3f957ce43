import { error, type Place, type Problem } from '../problem.ts';
import { codePointName } from './code-point.ts';
import { FONT_WEIGHTS, type FontLibrary, needsGlyph } from './font-faces.ts';

/** Words that will stand on a page, and where their author wrote them. */
export interface PrintedText {
  text: string;
  where: Place;
}

/**
 * Finds the characters that no font can draw: on paper each would be a box. One problem per file and
 * character, at the first place that has it.
 * @param families in the order in which the sheet tries them
 */
export function checkCoverage(
  texts: readonly PrintedText[],
  families: readonly string[],
  fonts: FontLibrary,
): Problem[] {
  const first = new Map<string, { character: string; where: Place }>();
  for (const { text, where } of texts) {
    for (const character of new Set(text)) {
      const key = `${where.file} ${character}`;
      if (needsGlyph(character) && !first.has(key)) first.set(key, { character, where });
    }
  }
  return [...first.values()]
    .filter(({ character }) => FONT_WEIGHTS.some((weight) => !fonts.faceFor(character, families, weight)))
    .map(({ character, where }) =>
      error(
        where,
        `No font has the character "${character}" (${codePointName(character)}); on paper it would be an empty box.`,
        'write it with other characters, or add a font that has it to this language in locales/languages.yaml.',
      ),
    );
}
