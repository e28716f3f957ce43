import { directionOf } from '../i18n/direction.ts';
import type { Language } from '../i18n/languages.ts';
import { closestName } from '../nearest-names.ts';
import { type CellReading, splitList } from './cell-reading.ts';
import { createNameLookup } from './unicode-language-names.ts';

/** Names that lists of clinics have and Unicode has not. Mandarin, `cmn`, is `zh` to Unicode (CLDR, languageAlias). */
const OTHER_NAMES = new Map([
  ['mandarin', 'zh'],
  ['mandarin chinese', 'zh'],
  ['cambodian', 'km'],
]);

/**
 * Makes a reader of cells such as `en; Spanish`, which gives tags, each once. It knows the languages of the press by
 * their tags and English names, and all others by their tags and the English names of Unicode. The press's own names
 * go first: its Tagalog is `tl`, which Unicode calls Filipino.
 */
export function createLanguageReader(languages: readonly Language[]): (text: string) => CellReading<string[]> {
  const own = new Map(
    languages.flatMap(({ tag, english }) => [
      [tag.toLowerCase(), tag],
      [english.toLowerCase(), tag],
    ]),
  );
  const englishNames = languages.map(({ english }) => english);
  const tagOfName = createNameLookup();
  const tagOf = (written: string) =>
    own.get(written.toLowerCase()) ??
    OTHER_NAMES.get(written.toLowerCase()) ??
    (directionOf(written) === undefined ? tagOfName(written) : usualForm(written));
  return (text) => {
    const readings = splitList(text).map((written) => ({ written, tag: tagOf(written) }));
    const unknown = readings.filter(({ tag }) => tag === undefined);
    if (unknown.length > 0) return { faults: unknown.map(({ written }) => explain(written, englishNames)) };
    return { value: [...new Set(readings.flatMap(({ tag }) => tag ?? []))] };
  };
}

function explain(written: string, names: readonly string[]): string {
  const meant = closestName(written, names);
  const what = `"${written}" is no language tag and no English name of a language`;
  return meant === undefined ? what : `${what} (did you mean ${meant}?)`;
}

/** `ES-mx` is `es-MX`. The language itself stays: ICU's canonical form would turn Tagalog (`tl`) into Filipino. */
function usualForm(tag: string): string {
  const [language = '', ...rest] = tag.split('-');
  const [usual = ''] = Intl.getCanonicalLocales(['und', ...rest].join('-'));
  return usual.replace('und', language.toLowerCase());
}
