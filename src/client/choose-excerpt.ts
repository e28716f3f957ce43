import { markWords, type TextPiece } from './mark-words.ts';

/** About as much as four lines of a phone. */
const LETTERS = 160;

/**
 * What is shown of a section that was found: whole paragraphs or items, from the first with a word that was looked for,
 * or else from the first of all.
 * @param text one paragraph or item a line
 */
export function chooseExcerpt(text: string, words: readonly string[]): TextPiece[] {
  const lines = text.split('\n').map((line) => markWords(line, words));
  const first = lines.findIndex((pieces) => pieces.some(({ isWanted }) => isWanted));
  const excerpt: TextPiece[] = [];
  let length = 0;
  for (const pieces of lines.slice(Math.max(0, first))) {
    const lineLength = pieces.reduce((sum, piece) => sum + piece.text.length, 0);
    if (length > 0 && length + lineLength > LETTERS) break;
    if (length > 0) excerpt.push({ text: ' · ', isWanted: false });
    excerpt.push(...pieces);
    length += lineLength;
  }
  return excerpt;
}
