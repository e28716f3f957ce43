import type { Clinic } from '../clinic/record-schemas.ts';
import type { Handout } from '../handout/handout.ts';
import { type LanguageTools, toolsFor } from '../i18n/language-tools.ts';
import type { Pack, Settings } from '../settings.ts';
import { translationState } from '../translation/review-state.ts';
import { type Footer, pageWordsOf, sheetCode } from './build-footer.ts';
import type { LanguageState } from './build-languages.ts';
import { printShopUrl } from './build-print-shops.ts';
import type { Sheet } from './build-sheets.ts';

/** A sheet on a print list. */
export interface PrintListRow {
  sheet: Sheet;
  code: string;
  state: LanguageState;
}

/** A handout in all languages of a pack, as one PDF. */
export interface JoinedHandout {
  handout: Handout;
  title: string;
  pdf: string;
  /** Sheets in the order of their languages; the form offered first of each is in the file. */
  sheets: Sheet[];
}

/** What a clinic's pack holds, for the person at the front desk: a page of the site, and one PDF. */
export interface PrintList {
  url: string;
  pdf: string;
  /** Where other files of the clinic can be had. */
  shopUrl: string;
  /** The whole pack in one file. */
  zip: string;
  pack: Pack;
  clinic: Clinic;
  rows: PrintListRow[];
  joined: JoinedHandout[];
  /** ISO date of the newest edition in it: the list has none of its own. */
  date: string;
  footer: Footer;
}

/** Builds the print list of every clinic and pack; a pack in whose languages there is nothing has none. */
export function buildPrintLists(
  sheets: readonly Sheet[],
  tools: ReadonlyMap<string, LanguageTools>,
  { packs, sourceLocale, mainClinic }: Pick<Settings, 'packs' | 'sourceLocale' | 'mainClinic'>,
): PrintList[] {
  const source = toolsFor(tools, sourceLocale);
  const clinics = new Map(sheets.map(({ clinic }) => [clinic.id, clinic]));
  return [...clinics.values()].flatMap((clinic) =>
    packs.flatMap((pack) => {
      const own = sheetsOfPack(sheets, clinic, pack, [...tools.keys()]);
      return own.length === 0
        ? []
        : [{ ...buildPrintList(own, clinic, pack, source), shopUrl: printShopUrl(clinic.id, mainClinic) }];
    }),
  );
}

function buildPrintList(
  sheets: readonly Sheet[],
  clinic: Clinic,
  pack: Pack,
  source: LanguageTools,
): Omit<PrintList, 'shopUrl'> {
  const folder = `print/${clinic.id}/packs`;
  const handouts = [...new Set(sheets.map(({ handout }) => handout))];
  return {
    url: `/${folder}/${pack.id}/`,
    pdf: `${folder}/${pack.id}/print-list.pdf`,
    zip: `${folder}/${clinic.id}-${pack.id}.zip`,
    pack,
    clinic,
    rows: sheets.map((sheet) => ({
      sheet,
      code: sheetCode(sheet.handout, sheet.text),
      state: translationState(sheet.handout, sheet.text).state,
    })),
    joined: handouts.map((handout) => ({
      handout,
      title: handout.source.title.text,
      pdf: `${folder}/${pack.id}/${handout.id}-${pack.id}.pdf`,
      sheets: sheets.filter((sheet) => sheet.handout === handout),
    })),
    date:
      sheets
        .map(({ handout }) => handout.date)
        .sort()
        .at(-1) ?? '',
    footer: {
      start: `${clinic.shortName ?? clinic.name} · ${pack.name}`,
      page: pageWordsOf(source),
      end: source.t('staff.printList'),
    },
  };
}

/** Language by language, in the order of the language list, because that is how a rack is filled. */
function sheetsOfPack(sheets: readonly Sheet[], clinic: Clinic, pack: Pack, tags: readonly string[]): Sheet[] {
  const wanted = pack.languages === 'all' ? tags : tags.filter((tag) => pack.languages.includes(tag));
  return wanted.flatMap((tag) => sheets.filter((sheet) => sheet.clinic.id === clinic.id && sheet.language.tag === tag));
}
