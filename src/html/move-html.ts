import { relativeUrl } from './relative-url.ts';

/** From which page a piece of HTML is, and where it is to stand. */
export interface Move {
  /** Addresses within the site. */
  from: string;
  to: string;
  /** Put at the end of its ids, so that they are unique among those of the new page. */
  ending: string;
}

/**
 * Lets HTML that was rendered for one page stand on another: its ids get an ending, with the links to them, and its
 * links to other pages start from the new place.
 *
 * Input: `<h2 id="tests">…<a href="../visit/#ask">`, from `/es/calciphylaxis/` to `/es/calciphylaxis/bilingual/`
 * Output: `<h2 id="tests-own">…<a href="../../visit/#ask">`
 */
export function moveHtml(html: string, { from, to, ending }: Move): string {
  return endIds(html, ending).replaceAll(
    / href="([^"]*)"/g,
    (_, href: string) => ` href="${moveLink(href, { from, to, ending })}"`,
  );
}

/** Puts an ending to the ids of a piece of HTML alone, so that pieces of two texts can stand on one page. */
export function endIds(html: string, ending: string): string {
  return html.replaceAll(/ id="([^"]*)"/g, (_, id: string) => ` id="${id}-${ending}"`);
}

function moveLink(href: string, { from, to, ending }: Move): string {
  if (href.startsWith('#')) return `${href}-${ending}`;
  if (/^[a-z]+:/i.test(href)) return href;
  const { pathname, hash } = new URL(href, new URL(from, 'http://site.invalid/'));
  return relativeUrl(pathname, to) + hash;
}
