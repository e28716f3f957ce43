import type { Language } from '../i18n/languages.ts';
import { findStranger } from '../translation/scripts.ts';
import { chooseNameLanguage } from './choose-name-language.ts';

/** {@link chooseNameLanguage} by all that the press knows of related languages. */
export function languageOfName(name: string, languages: readonly Language[], source: Language): Language {
  return chooseNameLanguage(
    name,
    { languages, source },
    (text, { tag, script }) => findStranger(text, tag, script) !== undefined,
  );
}
