import { chooseExcerpt } from './choose-excerpt.ts';
import type { Found } from './find-sections.ts';
import { markWords, type TextPiece } from './mark-words.ts';

/** Words of the search page's language. */
export interface SearchWords {
  /** With `{count}` where a number belongs. */
  results?: string;
  none?: string;
  /** The ten digits of the language, from nought. */
  digits?: string;
}

/**
 * Shows what was found, and says how much that is.
 * @param found nothing where nothing was looked for
 */
export function showFound(found: readonly Found[] | undefined, words: SearchWords): void {
  const status = document.querySelector('#search-status');
  const list = document.querySelector('#search-results');
  if (!status || !list) return;
  status.textContent = found ? sayCount(found.length, words) : '';
  list.textContent = '';
  for (const item of (found ?? []).map(resultOf)) list.appendChild(item);
}

function sayCount(count: number, { results = '', none = '', digits = '' }: SearchWords): string {
  if (count === 0) return none;
  return results.replace(
    '{count}',
    String(count).replace(/\d/g, (digit) => digits[Number(digit)] ?? digit),
  );
}

function resultOf({ title, heading, text, url, words, language }: Found): HTMLElement {
  const item = document.createElement('li');
  const link = item.appendChild(document.createElement('a'));
  link.href = url;
  if (title !== '') link.appendChild(document.createTextNode(`${title} – `));
  // The heading of a whole handout is its title, which is always in the language of the page.
  addPieces(language && title !== '' ? foreignWords(link, 'bdi', language) : link, markWords(heading, words));
  if (text !== '') {
    const excerpt = language ? foreignWords(item, 'p', language) : item.appendChild(document.createElement('p'));
    addPieces(excerpt, chooseExcerpt(text, words));
  }
  return item;
}

/** An element for words in another language than the page's. */
function foreignWords(parent: HTMLElement, name: string, { tag, dir }: NonNullable<Found['language']>): HTMLElement {
  const element = parent.appendChild(document.createElement(name));
  element.lang = tag;
  element.dir = dir;
  return element;
}

function addPieces(parent: HTMLElement, pieces: readonly TextPiece[]): void {
  for (const { text, isWanted } of pieces) {
    const piece = document.createTextNode(text);
    if (isWanted) parent.appendChild(document.createElement('mark')).appendChild(piece);
    else parent.appendChild(piece);
  }
}
