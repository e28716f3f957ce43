import type { Program } from '../clinic/record-schemas.ts';
import { DAYS, isoDay } from '../clinic/week-days.ts';
import { bodySizeOf, FORMS, type FormName } from '../forms.ts';
import type { Language } from '../i18n/languages.ts';
import { type LanguageTools, toolsFor } from '../i18n/language-tools.ts';
import type { References } from '../markup/inline-text.ts';
import type { Settings } from '../settings.ts';
import { stackedFooterCss } from './build-footer.ts';
import { buildPanelProgram } from './build-panel-program.ts';
import { createTextRenderer, type Sheet } from './build-sheets.ts';
import { tabulateFormats } from './format-table.ts';
import { pageSize } from './form-page.ts';
import type { YoursData } from './yours-data.ts';

/** The page on which any clinic puts its own details on a sheet, without being entered in the press. */
export interface YoursPage {
  url: string;
  country: string;
  /** With the file of what panels say in each, as a path within the output. */
  languages: (Language & { words: string })[];
  handouts: { id: string; title: string }[];
  /** With the styles of each but the standard one, as a path within the output. */
  forms: { name: FormName; label: string; min: number; max: number; styles?: string }[];
  programs: { id: string; name: string }[];
  days: { id: string; name: string }[];
}

/** What the page is built from. */
export interface YoursContext {
  sheets: readonly Sheet[];
  programs: readonly Program[];
  tools: ReadonlyMap<string, LanguageTools>;
  referencesOf: (locale: string) => References;
  settings: Settings;
}

/** Builds what the page offers to choose from. */
export function buildYours({ sheets, programs, tools, settings }: Omit<YoursContext, 'referencesOf'>): YoursPage {
  const { formats } = toolsFor(tools, settings.sourceLocale);
  const own = sheets.filter(({ clinic }) => clinic.id === settings.mainClinic);
  const handouts = new Map(own.map(({ handout, source }) => [handout.id, source.title.text]));
  return {
    url: '/yours/',
    country: settings.country,
    languages: [...tools.values()].flatMap(({ language }) =>
      own.some((sheet) => sheet.language.tag === language.tag) ? [{ ...language, words: wordsFile(language.tag) }] : [],
    ),
    handouts: [...handouts].map(([id, title]) => ({ id, title })),
    forms: settings.forms.map((name) => {
      const { label } = FORMS[name];
      const size = bodySizeOf(FORMS[name], settings);
      return { name, label, ...size, ...(name !== 'standard' && { styles: stylesFile(name) }) };
    }),
    programs: programs.map(({ id, name }) => ({ id, name })),
    days: DAYS.map((id) => ({ id, name: formats.weekdays([isoDay(id)]) })),
  };
}

const wordsFile = (tag: string): string => `assets/yours/${tag}.json`;
const stylesFile = (name: FormName): string => `assets/forms/${name}.css`;

/** The files that the page loads: what panels say in each language, and the styles of each form but the standard one. */
export function buildYoursFiles(context: YoursContext, formStyles: string): [path: string, text: string][] {
  const { tools, settings } = context;
  const languages = buildYours(context).languages.map(({ tag }): [string, string] => {
    return [wordsFile(tag), JSON.stringify(buildYoursData(toolsFor(tools, tag), context))];
  });
  const forms = settings.forms
    .filter((name) => name !== 'standard')
    .map((name): [string, string] => {
      const { paper, footerSize, footerColour } = FORMS[name];
      const page = `@page{font-size:${footerSize};color:${footerColour}}`;
      return [stylesFile(name), [formStyles, pageSize(paper), page].join('\n')];
    });
  return [...languages, ...forms];
}

function buildYoursData(own: LanguageTools, context: YoursContext): YoursData {
  const { sheets, programs, tools, settings } = context;
  const { language, t } = own;
  const source = toolsFor(tools, settings.sourceLocale);
  const languages = [...tools.values()].map((known) => known.language);
  // One for all programs: the ids it gives are those of one page.
  const renderText = createTextRenderer(context);
  const ownSheets = sheets.filter(
    ({ clinic, language: { tag } }) => clinic.id === settings.mainClinic && tag === language.tag,
  );
  return {
    ...{ language, languages },
    strings: Object.fromEntries(STRINGS.map((key) => [key, t(key)])),
    formats: tabulateFormats(
      own.formats,
      languages.map(({ tag }) => tag),
    ),
    programs: Object.fromEntries(
      programs.map((program) => {
        return [program.id, buildPanelProgram(program, { tools: own, source, today: settings.today, renderText })];
      }),
    ),
    sheets: Object.fromEntries(
      ownSheets.map(({ handout, files, footer }) => {
        const urls = Object.fromEntries(files.map(({ form, url }) => [form.name, url]));
        return [handout.id, { urls, stackedFooter: stackedFooterCss(footer, language) }];
      }),
    ),
  };
}

/** The interface strings of a panel. */
const STRINGS = [
  ...['book', 'address', 'hours', 'website', 'languages', 'interpreterLine', 'sayLanguage'],
  ...['phoneMain', 'phoneAppointments', 'phoneAfterHours', 'phoneFax', 'phoneText', 'scanForWebsite', 'scanToCall'],
]
  .map((purpose) => `clinic.${purpose}`)
  .concat('clinic.fromClinic', 'program.heading', 'program.call');
