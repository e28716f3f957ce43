const ONE_FORM = 'nplurals=1; plural=0;';
const NOT_ONE = 'nplurals=2; plural=n != 1;';
const ABOVE_ONE = 'nplurals=2; plural=n > 1;';
const EAST_SLAVIC =
  'nplurals=3; plural=n % 10 == 1 && n % 100 != 11 ? 0 : n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14) ? 1 : 2;';

/** The plural forms of languages for a PO header, by the rules of Unicode CLDR for whole numbers. */
const PLURAL_FORMS: Partial<Record<string, string>> = {
  ar: 'nplurals=6; plural=n == 0 ? 0 : n == 1 ? 1 : n == 2 ? 2 : n % 100 >= 3 && n % 100 <= 10 ? 3 : n % 100 >= 11 ? 4 : 5;',
  en: NOT_ONE,
  // Spanish, French and Portuguese have a third form for whole millions, which no PO file of ours needs.
  es: NOT_ONE,
  fa: ABOVE_ONE,
  hi: ABOVE_ONE,
  hmn: ONE_FORM,
  hy: ABOVE_ONE,
  ja: ONE_FORM,
  km: ONE_FORM,
  ko: ONE_FORM,
  lo: ONE_FORM,
  pa: ABOVE_ONE,
  ru: EAST_SLAVIC,
  th: ONE_FORM,
  tl: 'nplurals=2; plural=n != 1 && n != 2 && n != 3 && (n % 10 == 4 || n % 10 == 6 || n % 10 == 9);',
  uk: EAST_SLAVIC,
  vi: ONE_FORM,
  zh: ONE_FORM,
};

/** The `Plural-Forms` of a language; nothing where it is not known: no text of the press has plural forms. */
export function pluralForms(locale: string): string | undefined {
  return PLURAL_FORMS[locale] ?? PLURAL_FORMS[locale.split('-')[0] ?? ''];
}
