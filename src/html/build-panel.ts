import type { Phone } from '../clinic/phone.ts';
import type { Clinic, ClinicRecord } from '../clinic/record-schemas.ts';
import { isoDay } from '../clinic/week-days.ts';
import type { Language } from '../i18n/languages.ts';
import type { LanguageTools } from '../i18n/language-tools.ts';
import type { InlineText } from '../markup/inline-text.ts';
import type { PanelFormats } from './format-table.ts';
import { drawQrCode } from './draw-qr-code.ts';
import { OPTIONAL_LINES } from './panel-tightness.ts';

/** Words with the language they are in: on a translated sheet some stay in English. */
export interface LanguageText extends InlineText {
  language: Language;
}

/** One labelled line of the panel. */
export interface PanelLine {
  label: string;
  /** Pieces in their own language and direction; `href` makes one a link. */
  value: { text: string; href?: string; language?: Language; isPhone?: boolean };
  /** Set for lines that go where the panel would not fit otherwise: see `OPTIONAL_LINES`. */
  optional?: number;
}

/** A program the clinic can offer, in one language. */
export interface PanelProgram {
  name: string;
  texts: LanguageText[];
  phone: Phone;
  /** Set when the facts are older than they should be. */
  confirm?: string;
}

/** The clinic's part of a sheet, in one language. */
export interface Panel {
  clinic: { id: string; name: string; shortName?: string; nameLanguage: Language; language: Language };
  logo?: { src: string; width: number; height: number };
  /** The number to book by: the first for appointments, else the first of all. */
  booking: Phone;
  /** The English words to ask for an interpreter with; none on an English sheet. */
  sayLanguage?: string;
  people: { name: string; nameLanguage: Language; role: LanguageText }[];
  lines: PanelLine[];
  programs: PanelProgram[];
  qr: { svg: string; caption: string };
}

/** Renders one text of a record in one language. */
export type RenderText = (text: string, language: Language) => InlineText;

/** A clinic as a panel says of it, whether from a file or from what somebody types on a page. */
export type PanelClinic = Omit<Clinic, 'file' | 'lineOf'>;

/** What a panel needs to be written in a language. */
export type PanelLanguage = Pick<LanguageTools, 'language' | 't'> & { formats: PanelFormats };

/** What a panel is built from. */
export interface PanelContext {
  clinic: PanelClinic;
  /** What is said of a program; nothing of one that the press does not know. */
  programOf: (id: string) => PanelProgram | undefined;
  tools: PanelLanguage;
  /** The source language: names and untranslated texts are in it. */
  source: Pick<PanelLanguage, 'language'>;
  /** The language a name is read and drawn in. */
  nameLanguage: (name: string) => Language;
  /** Full address of the page that the code of the sheet leads to; missing where none can be opened that is this clinic’s. */
  codeAddress?: string;
  /** Renders a text of a record with its facts and isolation. */
  renderText: RenderText;
}

/** Builds the panel of a clinic for one language and page. */
export function buildPanel(context: PanelContext): Panel {
  const { clinic, tools, source, nameLanguage } = context;
  const isSource = tools.language.tag === source.language.tag;
  return {
    clinic: {
      id: clinic.id,
      name: clinic.name,
      shortName: clinic.shortName,
      nameLanguage: nameLanguage(clinic.name),
      language: source.language,
    },
    logo: clinic.logoImage && { src: logoPath(clinic), width: clinic.logoImage.width, height: clinic.logoImage.height },
    booking: bookingPhone(clinic),
    sayLanguage: isSource ? undefined : `I speak ${tools.language.spoken ?? tools.language.english}.`,
    people: (clinic.people ?? []).map(({ name, role }) => {
      return { name, nameLanguage: nameLanguage(name), role: inLanguage(role, context) };
    }),
    lines: buildLines(context),
    programs: clinic.programs.flatMap((id) => context.programOf(id) ?? []),
    qr: buildQr(context),
  };
}

/** The panel's number to book by. */
export function bookingPhone({ phones }: Pick<ClinicRecord, 'phones'>): Phone {
  const chosen = phones.find(({ use }) => use === 'appointments') ?? phones[0];
  if (!chosen) throw new Error('A clinic without a phone got through its schema.');
  return chosen.number;
}

/** Where a clinic's logo is in the output. */
export function logoPath({ id, logoImage }: Pick<Clinic, 'id' | 'logoImage'>): string {
  return `assets/logos/${id}.${logoImage?.type ?? ''}`;
}

function buildLines(context: PanelContext): PanelLine[] {
  const { clinic, tools, source } = context;
  const { t, formats } = tools;
  const booking = bookingPhone(clinic);
  const phoneLine = (label: string, phone: Phone): PanelLine => {
    return { label, value: { text: phone.display, href: phone.href, isPhone: true } };
  };
  const lines: PanelLine[] = clinic.phones
    .filter(({ number }) => number.e164 !== booking.e164)
    .map(({ number, use }) => ({
      ...phoneLine(t(`clinic.phone${use[0]?.toUpperCase()}${use.slice(1)}`), number),
      ...((use === 'fax' || use === 'text') && { optional: OPTIONAL_LINES.otherNumbers }),
    }));
  if (clinic.address) {
    const { street, city, state, postalCode } = clinic.address;
    const text = `${street}, ${city}, ${state} ${postalCode}`;
    lines.push({ label: t('clinic.address'), value: { text, language: source.language } });
  }
  for (const { days, opens, closes } of clinic.hours ?? []) {
    const text = `${formats.weekdays(days.map(isoDay))} ${formats.timeRange(opens, closes)}`;
    lines.push({ label: t('clinic.hours'), value: { text } });
  }
  if (clinic.languages) {
    lines.push({
      label: t('clinic.languages'),
      value: { text: formats.list(clinic.languages.map((tag) => formats.languageName(tag))) },
      optional: OPTIONAL_LINES.languages,
    });
  }
  if (clinic.interpreterLine) lines.push(phoneLine(t('clinic.interpreterLine'), clinic.interpreterLine));
  if (clinic.website) {
    const text = clinic.website.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
    lines.push({
      label: t('clinic.website'),
      value: { text, href: clinic.website, language: source.language },
      optional: OPTIONAL_LINES.website,
    });
  }
  return lines;
}

/**
 * A scanned code must lead somewhere today: to the page of the sheet's edition once the site is published, else to the clinic's
 * website, else it dials the clinic.
 */
function buildQr({ clinic, codeAddress, tools: { t } }: PanelContext): Panel['qr'] {
  const [content, key] =
    codeAddress !== undefined
      ? [codeAddress, 'clinic.scanForPage']
      : clinic.website !== undefined
        ? [clinic.website, 'clinic.scanForWebsite']
        : [bookingPhone(clinic).href, 'clinic.scanToCall'];
  const caption = t(key);
  return { svg: drawQrCode(content, caption), caption };
}

/** The text in the sheet's language, or in the source language if it has not been translated. */
function inLanguage(texts: Record<string, string>, { tools, source, renderText }: PanelContext): LanguageText {
  const language = tools.language.tag in texts ? tools.language : source.language;
  return { ...renderText(texts[language.tag] ?? '', language), language };
}
