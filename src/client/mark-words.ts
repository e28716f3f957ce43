import { isUnspaced } from '../i18n/split-words.ts';
import { plainForm, unmarkedForm } from '../i18n/word-forms.ts';

/** A piece of a text: a word that was looked for, or what stands between such words. */
export interface TextPiece {
  text: string;
  isWanted: boolean;
}

/**
 * Finds words in a text that is to be shown, in whatever form they stand there.
 *
 * Input: `Llame a su centro de Diálisis.`, `['dialisis']`
 * Output: `Llame a su centro de `, wanted: `Diálisis`, `.`
 * @param words in their plain or unmarked form (`word-forms.ts`)
 */
export function markWords(text: string, words: readonly string[]): TextPiece[] {
  const shown = text.normalize('NFC');
  const isWanted = new Array<boolean>(shown.length).fill(false);
  for (const word of words) {
    // A word with marks is only itself; one without may stand there with marks.
    const form = word === unmarkedForm(word) ? unmarkedForm : plainForm;
    for (const [start, end] of placesOf(word, lettersOf(shown, form))) isWanted.fill(true, start, end);
  }
  const pieces: TextPiece[] = [];
  for (let place = 0; place < shown.length; place++) {
    const last = pieces[pieces.length - 1];
    const wanted = isWanted[place] ?? false;
    if (last && last.isWanted === wanted) last.text += shown[place] ?? '';
    else pieces.push({ text: shown[place] ?? '', isWanted: wanted });
  }
  return pieces;
}

/** A text in another form, and for each of its letters where it stands in the text itself. */
interface Letters {
  letters: string;
  /** Start of the character each letter comes from; one more at the end. */
  starts: number[];
}

function lettersOf(text: string, form: (text: string) => string): Letters {
  let letters = '';
  const starts: number[] = [];
  let place = 0;
  for (const character of text) {
    for (const letter of form(character)) {
      letters += letter;
      for (let unit = 0; unit < letter.length; unit++) starts.push(place);
    }
    place += character.length;
  }
  return { letters, starts: [...starts, place] };
}

/** Where a word stands: as a whole one, or anywhere where words are not set apart. */
function placesOf(word: string, { letters, starts }: Letters): [number, number][] {
  const places: [number, number][] = [];
  const isLetter = (character: string | undefined): boolean => /[\p{L}\p{M}\p{N}]/u.test(character ?? '');
  const isFree = isUnspaced(word);
  for (let at = letters.indexOf(word); at >= 0 && word !== ''; at = letters.indexOf(word, at + word.length)) {
    const end = at + word.length;
    if (!isFree && (isLetter(letters[at - 1]) || isLetter(letters[end]))) continue;
    places.push([starts[at] ?? 0, starts[end] ?? 0]);
  }
  return places;
}
