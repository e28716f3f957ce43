import { matchLanguage } from '../i18n/match-language.ts';
import { wantedLanguages } from './wanted-languages.ts';

/**
 * Puts the reader's own language within reach, by the order of languages set in the browser: a welcome in it on the page
 * that all start from, and a link in the header of a page in another one. Nobody is sent there: whoever chose a page
 * keeps it.
 */
export function suggestLanguage(): void {
  welcome();
  suggestTranslation();
}

function welcome(): void {
  const greetings = [...document.querySelectorAll<HTMLElement>('.welcome[lang]')];
  const best = matchLanguage(
    wantedLanguages(),
    greetings.map(({ lang }) => lang),
  );
  const own = greetings.find(({ lang }) => lang === best);
  if (own) own.hidden = false;
}

function suggestTranslation(): void {
  const place = document.querySelector<HTMLElement>('[data-suggestion]');
  if (!place) return;
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.language-list a[hreflang]')];
  const current = document.documentElement.lang;
  const best = matchLanguage(wantedLanguages(), [current, ...links.map(({ hreflang }) => hreflang)]);
  const link = links.find(({ hreflang }) => hreflang === best);
  if (!link) return;
  place.append(link.cloneNode(true));
  place.hidden = false;
}
