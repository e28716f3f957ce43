import { matchLanguage } from '../i18n/match-language.ts';
import { readTypedCode } from '../html/read-typed-code.ts';
import { knownCodes } from './known-codes.ts';
import { wantedLanguages } from './wanted-languages.ts';

/** The address of a code, of the main clinic or another. */
const CODE_ADDRESS = /\/c\/([^/]+)\/?$/;

/**
 * Answers whoever was led by a code to no page. A code that exists, in small letters or of a clinic that has no pages any
 * more, leads on to its page; of any other the reader's own section of the page says that nobody knows it, and comes first.
 */
export function answerAtLostAddress(): void {
  const main = document.querySelector<HTMLElement>('main[data-root]');
  const typed = CODE_ADDRESS.exec(location.pathname)?.[1];
  if (!main || typed === undefined) return;
  const code = readTypedCode(decoded(typed), document.documentElement.lang, knownCodes());
  const address = `${main.dataset.root ?? '/'}c/${code}/`;
  // The very address that is missing must not be asked for again and again.
  if (code !== undefined && address !== location.pathname.replace(/\/?$/, '/')) {
    location.replace(address);
    return;
  }
  const sections = Array.from(main.querySelectorAll<HTMLElement>('.not-found'));
  const ofCode = /[A-Za-z]{2,3}(-[A-Za-z]{4})?$/.exec(typed)?.[0];
  const wanted = [...wantedLanguages(), ...(ofCode === undefined ? [] : [ofCode])];
  const own = matchLanguage(
    wanted,
    sections.map(({ lang }) => lang),
  );
  const section = sections.find(({ lang }) => lang === own) ?? sections[0];
  if (!section) return;
  putFirst(section, main);
  const unknown = section.querySelector<HTMLElement>('.code-form__unknown');
  if (unknown) unknown.hidden = false;
}

/** Moves a section to the top; the first heading of the page then is its own. */
function putFirst(section: HTMLElement, main: HTMLElement): void {
  const before = main.querySelector('h1');
  const heading = section.querySelector('h2');
  if (!before || !heading) return;
  rename(before, 'h2');
  rename(heading, 'h1');
  main.insertBefore(section, main.firstChild);
}

function rename(heading: Element, name: 'h1' | 'h2'): void {
  const renamed = document.createElement(name);
  renamed.append(...Array.from(heading.childNodes));
  heading.parentNode?.replaceChild(renamed, heading);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
