import type { LanguageTools } from '../i18n/language-tools.ts';
import { quotedList } from '../i18n/quoted-list.ts';
import { escapeHtml, type InlineText } from '../markup/inline-text.ts';

/** Stands for the names while the message is put together; from the private use area, so no text has it. */
const PLACE = '\uE000';

/**
 * An interface string that names sections (`{{sections}}`), in the quotation marks of its language, as plain words and as
 * HTML.
 */
export function quotedInline(
  { t, language }: Pick<LanguageTools, 't' | 'language'>,
  key: string,
  names: readonly InlineText[] = [],
): InlineText {
  const message = t(key, { sections: PLACE });
  const list = (form: keyof InlineText): string =>
    quotedList(
      names.map((name) => name[form]),
      language,
    );
  return {
    text: message.replaceAll(PLACE, () => list('text')),
    html: escapeHtml(message).replaceAll(PLACE, () => list('html')),
  };
}
