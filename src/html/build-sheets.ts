import type { Records } from '../clinic/read-records.ts';
import type { Clinic } from '../clinic/record-schemas.ts';
import { type Form, type FormName, FORMS } from '../forms.ts';
import { editionDate, type Handout, type HandoutText } from '../handout/handout.ts';
import type { Language } from '../i18n/languages.ts';
import { type LanguageTools, toolsFor } from '../i18n/language-tools.ts';
import { createMarkdown } from '../markup/create-markdown.ts';
import type { References } from '../markup/inline-text.ts';
import { createContext } from '../markup/markup-context.ts';
import { renderInline } from '../markup/render-inline.ts';
import { isPublished, type Settings } from '../settings.ts';
import { isDraft } from '../translation/translation-state.ts';
import { buildNotices, type Notice } from './build-notices.ts';
import { buildFooter, type Footer, sheetCode } from './build-footer.ts';
import { buildProvenance, type ProvenanceLines } from './build-provenance.ts';
import { codePageUrl } from './code-page-url.ts';
import { contactCardPath } from './contact-card.ts';
import { mapLink } from './map-link.ts';
import { buildPanel, type Panel, type RenderText } from './build-panel.ts';
import { buildPanelProgram } from './build-panel-program.ts';
import { languageOfName } from './language-of-name.ts';
import { buildSheetText, type SheetText } from './sheet-text.ts';

/** A PDF of a sheet. */
export interface SheetFile {
  form: Form;
  /** Address within the site of the page it is printed from, with slashes at both ends. */
  url: string;
  /** Path within the output. */
  pdf: string;
}

/** One handout in one language for one clinic: one page of the site, and its PDFs. */
export interface Sheet {
  /** `<clinic>/<locale>/<handout>`; the order of all lists of sheets. */
  id: string;
  /** Path of its page within the site, with slashes at both ends. */
  url: string;
  /** By which staff and the press know it: `CAL-1-es`. */
  code: string;
  /** Path of the page that its printed code leads to; for a clinic without pages it is the main clinic's. */
  codeUrl: string;
  /** Its PDFs, one of each form, the one offered first at the front. */
  files: SheetFile[];
  clinic: Clinic;
  /** Path within the output of the clinic's contact card. */
  contactCard: string;
  /** Shows the clinic's address on a map; nothing without an address. */
  mapHref?: string;
  handout: Handout;
  text: SheetText;
  language: Language;
  /** The language of names, of the source and of what staff read. */
  source: { language: Language; title: HandoutText['title'] };
  isDraft: boolean;
  notices: Notice[];
  provenance: ProvenanceLines;
  /** The word for a draft in the language of staff. */
  staffDraft: string;
  panel: Panel;
  footer: Footer;
  /** ISO date of the edition that the text is of. */
  date: string;
  /** The same handout and clinic in the source language; nothing on a sheet that is in it. */
  original?: Sheet;
  /** The same handout and clinic in the other languages it exists in. */
  alternates: { language: Language; url: string }[];
}

/** What sheets are built from. */
export interface SheetContext {
  handouts: readonly Handout[];
  records: Records;
  tools: ReadonlyMap<string, LanguageTools>;
  referencesOf: (locale: string) => References;
  settings: Settings;
}

/** Builds every sheet there is: handouts × the languages each has × clinics. */
export function buildSheets(context: SheetContext): Sheet[] {
  return context.records.clinics.flatMap((clinic) =>
    context.handouts.flatMap((handout) => {
      const original = buildSheet(clinic, handout, handout.source, context);
      return handout.texts.map((text) =>
        text === handout.source ? original : buildSheet(clinic, handout, text, context, original),
      );
    }),
  );
}

/**
 * The sheets of a clinic of the network, which has no pages of its own: all but its panel is that of the main clinic's
 * sheets, and its code leads there. A panel that is the same on several of them is built once, and is one object.
 * @param models sheets of the main clinic
 */
export function networkSheets(models: readonly Sheet[], clinic: Clinic, context: SheetContext): Sheet[] {
  const panels = new Map<string, Panel>();
  const panelOf = ({ language, codeUrl }: Sheet): Panel => {
    // Nothing else of a panel depends on its sheet.
    const key = isPublished(context.settings) ? codeUrl : language.tag;
    const panel = panels.get(key) ?? buildPanelOf(clinic, language.tag, codeUrl, context);
    panels.set(key, panel);
    return panel;
  };
  const networkSheet = (model: Sheet): Sheet => {
    const { handout, language, files, original } = model;
    return {
      ...model,
      id: `${clinic.id}/${language.tag}/${handout.id}`,
      files: files.map((file) => ({ ...file, pdf: pdfPath(clinic.id, language, handout.id, file.form.name) })),
      clinic,
      panel: panelOf(model),
      ...(original && { original: networkSheet(original) }),
    };
  };
  return models.map(networkSheet);
}

function buildPanelOf(clinic: Clinic, locale: string, codeUrl: string, context: SheetContext): Panel {
  const { settings, records } = context;
  const tools = toolsFor(context.tools, locale);
  const source = toolsFor(context.tools, settings.sourceLocale);
  const languages = [...context.tools.values()].map(({ language }) => language);
  const renderText = createTextRenderer(context);
  return buildPanel({
    ...{ clinic, tools, source, renderText },
    nameLanguage: (name) => languageOfName(name, languages, source.language),
    programOf: (id) => {
      const program = records.programs.find((known) => known.id === id);
      return program && buildPanelProgram(program, { tools, source, today: settings.today, renderText });
    },
    ...(isPublished(settings) && { codeAddress: new URL(codeUrl.slice(1), settings.address).href }),
  });
}

function buildSheet(
  clinic: Clinic,
  handout: Handout,
  text: HandoutText,
  context: SheetContext,
  original?: Sheet,
): Sheet {
  const { settings } = context;
  const tools = toolsFor(context.tools, text.locale);
  const source = toolsFor(context.tools, settings.sourceLocale);
  const url = sheetUrl(clinic.id, text.locale, handout.id, settings);
  const code = sheetCode(handout, text);
  const codeUrl = codePageUrl(clinic.id, code, settings);
  const notices = buildNotices(text, handout, { tools, source });
  return {
    id: `${clinic.id}/${text.locale}/${handout.id}`,
    ...{ url, code, codeUrl },
    files: settings.forms
      .filter((name) => name !== 'bilingual' || original)
      .map((name) => ({
        form: FORMS[name],
        url: name === 'bilingual' ? `${url}bilingual/` : url,
        pdf: pdfPath(clinic.id, tools.language, handout.id, name),
      })),
    clinic,
    contactCard: contactCardPath(clinic),
    mapHref: mapLink(clinic),
    handout,
    text: buildSheetText(handout, text, { tools, source }),
    language: tools.language,
    source: { language: source.language, title: handout.source.title },
    isDraft: isDraft(text, handout),
    notices,
    provenance: buildProvenance(handout, text, tools, source.language),
    staffDraft: source.t('notice.draft'),
    panel: buildPanelOf(clinic, text.locale, codeUrl, context),
    footer: buildFooter(text, handout, tools, source),
    date: editionDate(handout, text.edition),
    ...(original && { original }),
    alternates: handout.texts
      .filter(({ locale }) => locale !== text.locale)
      .map(({ locale }) => {
        return {
          language: toolsFor(context.tools, locale).language,
          url: sheetUrl(clinic.id, locale, handout.id, settings),
        };
      }),
  };
}

/** The main clinic's pages are the site; every other clinic has its own beside them. */
function sheetUrl(clinic: string, locale: string, handout: string, { mainClinic }: Settings): string {
  return clinic === mainClinic ? `/${locale}/${handout}/` : `/clinics/${clinic}/${locale}/${handout}/`;
}

/** Staff who cannot read the language find the file by its English name, its code and its form. */
function pdfPath(clinic: string, { tag, english }: Language, handout: string, form: FormName): string {
  const languageName = english.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  const ending = form === 'standard' ? '' : `-${form}`;
  return `print/${clinic}/${tag}/${handout}-${languageName}-${tag}${ending}.pdf`;
}

const md = createMarkdown();

/** One per page, so that its ids depend on that page alone. Faults were reported by the checks of the records. */
export function createTextRenderer({
  referencesOf,
  settings,
}: Pick<SheetContext, 'referencesOf' | 'settings'>): RenderText {
  let texts = 0;
  return (text, language) => {
    texts += 1;
    const context = createContext({
      language,
      latinLocale: settings.sourceLocale,
      references: referencesOf(language.tag),
      pictures: new Map(),
      idPrefix: `record${texts}`,
      resolveLink: (href) => ({ href }),
    });
    return renderInline(md, text, context);
  };
}
