import { createFormats, type Formats } from './formats.ts';
import type { Language } from './languages.ts';
import type { Translate } from './messages.ts';

/** Everything needed to write for the readers of one language. */
export interface LanguageTools {
  language: Language;
  t: Translate;
  formats: Formats;
}

/** Builds the tools of every language that has interface strings. */
export function createLanguageTools(
  languages: readonly Language[],
  translators: ReadonlyMap<string, Translate>,
): Map<string, LanguageTools> {
  return new Map(
    languages.flatMap((language): [string, LanguageTools][] => {
      const t = translators.get(language.tag);
      return t ? [[language.tag, { language, t, formats: createFormats(language) }]] : [];
    }),
  );
}

/** The tools of a language that has passed the checks. @throws {Error} for any other, which is a fault of the press */
export function toolsFor(tools: ReadonlyMap<string, LanguageTools>, locale: string): LanguageTools {
  const found = tools.get(locale);
  if (!found) throw new Error(`The language ${locale} got through the checks without interface strings.`);
  return found;
}
