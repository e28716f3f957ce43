import type { MarkdownIt } from 'markdown-it';
import type { CountryCode } from 'libphonenumber-js/max';
import { checkTypedPhones } from '../markup/check-typed-phones.ts';
import type { Language } from '../i18n/languages.ts';
import { createMarkdown } from '../markup/create-markdown.ts';
import type { References } from '../markup/inline-text.ts';
import { createContext } from '../markup/markup-context.ts';
import { renderInline } from '../markup/render-inline.ts';
import { error, type Problem, warning } from '../problem.ts';
import type { Clinic, Program } from './record-schemas.ts';
import type { Records } from './read-records.ts';

/** What the texts of records are checked against. */
export interface TextCheck {
  languages: readonly Language[];
  sourceLocale: string;
  referencesOf: (locale: string) => References;
  /** Languages that have at least one handout: for the others no text is missed. */
  usedLocales: ReadonlySet<string>;
  /** ISO date of the run. */
  today: string;
  /** Of the settings: numbers that must not be typed. */
  country: CountryCode;
  emergencyNumber: string;
}

/** Checks the short texts of clinics and programs: languages, facts named, and whether they are still to be trusted. */
export function checkRecordTexts({ clinics, network, programs }: Records, check: TextCheck): Problem[] {
  const md = createMarkdown();
  return [
    ...programs.flatMap((program) => [
      ...checkProgramTexts(program, check, md),
      ...checkReviewDate(program, check.today),
    ]),
    ...[...clinics, ...network].flatMap((clinic) => checkClinicTexts(clinic, check)),
  ];
}

function checkReviewDate({ file, checkedOn, reviewBy }: Program, today: string): Problem[] {
  if (today <= reviewBy) return [];
  const what = `These facts were last checked on ${checkedOn} and were to be checked again by ${reviewBy}. Sheets now tell readers to call and confirm.`;
  return [warning(file, what, 'check every fact with the program, then set checkedOn and reviewBy.')];
}

function checkProgramTexts(program: Program, check: TextCheck, md: MarkdownIt): Problem[] {
  const { file, texts } = program;
  const problems = checkLanguages(Object.keys(texts), file, 'texts', check);
  for (const [locale, ofLocale] of Object.entries(texts)) {
    const where = { file, line: program.lineOf(['texts', locale]) };
    for (const [field, text] of Object.entries(ofLocale)) {
      problems.push(...checkFacts(text, locale, where, check, md), ...checkTypedPhones(text, where, check));
      const original = texts[check.sourceLocale]?.[field as keyof typeof ofLocale];
      if (original !== undefined && factsIn(original) !== factsIn(text)) {
        const what = `"${field}" in ${locale} uses the facts ${factsIn(text) || 'none'}; in ${check.sourceLocale} it uses ${factsIn(original) || 'none'}.`;
        problems.push(error(where, what, 'use the same facts, each as often.'));
      }
    }
  }
  return problems;
}

/** The facts a text names, in an order of their own. */
function factsIn(text: string): string {
  return [...text.matchAll(/\{\{.*?\}\}/g)]
    .map(([fact]) => fact)
    .sort()
    .join(', ');
}

function checkClinicTexts({ file, people = [] }: Clinic, check: TextCheck): Problem[] {
  return people.flatMap(({ name, role }) => checkLanguages(Object.keys(role), file, `the role of ${name}`, check));
}

function checkLanguages(present: readonly string[], file: string, what: string, check: TextCheck): Problem[] {
  const known = check.languages.map(({ tag }) => tag);
  const unknown = present
    .filter((locale) => !known.includes(locale))
    .map((locale) =>
      error(file, `"${locale}" in ${what} is not a language of this press.`, `use one of: ${known.join(', ')}.`),
    );
  if (!present.includes(check.sourceLocale)) {
    unknown.push(
      error(file, `There is no "${check.sourceLocale}" in ${what}.`, 'add it: other languages fall back on it.'),
    );
  }
  const isSourceThere = present.includes(check.sourceLocale);
  const missing = known.filter((locale) => check.usedLocales.has(locale) && !present.includes(locale));
  if (missing.length === 0 || !isSourceThere) return unknown;
  const message = `Not translated in ${what}: ${missing.join(', ')}. Sheets in these languages show the words in ${check.sourceLocale}.`;
  return [...unknown, warning(file, message, 'add the translations.')];
}

function checkFacts(
  text: string,
  locale: string,
  where: { file: string; line: number },
  check: TextCheck,
  md: MarkdownIt,
): Problem[] {
  const language = check.languages.find(({ tag }) => tag === locale);
  if (!language) return [];
  const context = createContext({
    language,
    latinLocale: check.sourceLocale,
    references: check.referencesOf(locale),
    pictures: new Map(),
    idPrefix: 'record',
    resolveLink: (href) => ({ href }),
  });
  renderInline(md, text, context);
  return context.faults.map(({ what, fix }) => error(where, what, fix));
}
