import { readFileSync } from 'node:fs';
import { type Language, parseLanguages } from '../src/i18n/languages.ts';

/** A language of the project's own list. */
export function languageNamed(tag: string): Language {
  const { value = [] } = parseLanguages(readFileSync(new URL('../locales/languages.yaml', import.meta.url), 'utf8'));
  const language = value.find((candidate) => candidate.tag === tag);
  if (!language) throw new Error(`locales/languages.yaml has no ${tag}.`);
  return language;
}
