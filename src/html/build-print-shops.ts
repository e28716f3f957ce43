import type { Clinic } from '../clinic/record-schemas.ts';
import type { Form } from '../forms.ts';
import type { Handout } from '../handout/handout.ts';
import type { Language } from '../i18n/languages.ts';
import type { Settings } from '../settings.ts';
import type { Sheet } from './build-sheets.ts';

/** A clinic's page on which staff pick languages, handouts and forms, and get the files. */
export interface PrintShopPage {
  url: string;
  clinic: Clinic;
  /** Every PDF of the clinic, by language; the page lists them all, and its script lets staff choose among them. */
  languages: { language: Language; files: PrintShopFile[] }[];
  handouts: Handout[];
  forms: Form[];
  /** Sets of languages that can be chosen at once. */
  packs: { name: string; languages: string[] }[];
  /** What the zip file is called that the browser makes. */
  zip: string;
  /** ISO date of the newest edition: that of the files in the zip file. */
  date: string;
}

/** A PDF that can be picked. */
export interface PrintShopFile {
  handout: Handout;
  form: Form;
  /** Path within the output. */
  pdf: string;
}

/** Builds the page of every clinic that has pages of its own, the main clinic's first. */
export function buildPrintShops(
  sheets: readonly Sheet[],
  { packs, mainClinic }: Pick<Settings, 'packs' | 'mainClinic'>,
  tags: readonly string[],
): PrintShopPage[] {
  const clinics = [...new Map(sheets.map(({ clinic }) => [clinic.id, clinic])).values()];
  const isMain = ({ id }: Clinic): boolean => id === mainClinic;
  return [...clinics.filter(isMain), ...clinics.filter((clinic) => !isMain(clinic))].map((clinic) => {
    const own = sheets.filter((sheet) => sheet.clinic.id === clinic.id);
    return {
      url: printShopUrl(clinic.id, mainClinic),
      clinic,
      ...pickFrom(own, tags),
      packs: packs.map(({ name, languages }) => ({ name, languages: languages === 'all' ? [...tags] : languages })),
      zip: `${clinic.id}-handouts.zip`,
    };
  });
}

/** The address of a clinic's print shop: that of the main clinic belongs to the site itself. */
export function printShopUrl(clinic: string, mainClinic: string): string {
  return clinic === mainClinic ? '/print-shop/' : `/clinics/${clinic}/print-shop/`;
}

/** @param tags of the languages, in their order */
function pickFrom(
  own: readonly Sheet[],
  tags: readonly string[],
): Pick<PrintShopPage, 'languages' | 'handouts' | 'forms' | 'date'> {
  const languages = tags.flatMap((tag) => {
    const inIt = own.filter(({ language }) => language.tag === tag);
    const files = inIt.flatMap(({ handout, files }) => files.map(({ form, pdf }) => ({ handout, form, pdf })));
    return inIt[0] ? [{ language: inIt[0].language, files }] : [];
  });
  const dates = own.map(({ handout }) => handout.date).sort();
  return {
    languages,
    handouts: [...new Set(own.map(({ handout }) => handout))],
    forms: [...new Set(languages.flatMap(({ files }) => files.map(({ form }) => form)))],
    date: dates[dates.length - 1] ?? '',
  };
}
