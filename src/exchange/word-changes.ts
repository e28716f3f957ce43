import { diffChars, diffWordsWithSpace } from 'diff';

/** A stretch of a text that stayed, came or went. */
export interface ChangedPart {
  text: string;
  change: 'same' | 'added' | 'removed';
}

/** Scripts without spaces between words. */
const UNSPACED = ['Hans', 'Hant', 'Jpan', 'Thai', 'Khmr', 'Laoo'];

/** What has changed from one text to another: by words, or by characters where a script does not part its words. */
export function wordChanges(before: string, after: string, script: string): ChangedPart[] {
  const diff = UNSPACED.includes(script) ? diffChars : diffWordsWithSpace;
  return diff(before, after).map(({ value, added, removed }) => {
    return { text: value, change: added ? 'added' : removed ? 'removed' : 'same' };
  });
}
