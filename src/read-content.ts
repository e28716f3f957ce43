import { checkOnlyClinics } from './clinic/check-only-clinics.ts';
import { checkRecordTexts } from './clinic/check-record-texts.ts';
import { readRecords, type Records } from './clinic/read-records.ts';
import { recordTexts } from './clinic/record-texts.ts';
import { createReferenceLookup } from './clinic/references.ts';
import { allSections, type Handout } from './handout/handout.ts';
import { readHandouts } from './handout/read-handouts.ts';
import { readPictures } from './handout/read-pictures.ts';
import { checkCoverage, type PrintedText } from './i18n/check-coverage.ts';
import { checkOnlyLanguages } from './i18n/check-only-languages.ts';
import { FontLibrary, fontPackage, isFontInstalled } from './i18n/font-faces.ts';
import { type Language, LANGUAGES_FILE, readLanguages } from './i18n/languages.ts';
import { createLanguageTools, type LanguageTools } from './i18n/language-tools.ts';
import { readWantedLanguages, type WantedLanguage } from './i18n/wanted-languages.ts';
import { type Catalogue, catalogueFile, createTranslators, readCatalogues } from './i18n/messages.ts';
import type { References } from './markup/inline-text.ts';
import { type Checked, error, hasErrors, type Problem, stopOnErrors, warning } from './problem.ts';
import { isPublished, type Settings, SETTINGS_FILE } from './settings.ts';
import { adoptIds } from './translation/adopt-ids.ts';
import { checkPairs, checkTranslations } from './translation/check-translations.ts';
import { checkUntranslated, type MeantToBeSame, readMeantToBeSame } from './translation/check-untranslated.ts';
import { pairCatalogues, pairRecords } from './translation/pair-records.ts';
import { type Glossary, readGlossary } from './translation/glossary.ts';
import { readWordsReviews } from './translation/read-words-reviews.ts';
import { checkWordsReviews, type WordsReview } from './translation/words-review.ts';

/** Everything the press was given, read and checked. */
export interface Content {
  languages: Language[];
  /** Listed languages that are left out, because their interface strings are still being translated. */
  unfinished: Language[];
  fonts: FontLibrary;
  tools: Map<string, LanguageTools>;
  records: Records;
  handouts: Handout[];
  glossary: Glossary;
  /** Interface strings by language. */
  catalogues: Map<string, Catalogue>;
  /** Languages readers need and the press has not. */
  wanted: WantedLanguage[];
  referencesOf: (locale: string) => References;
  /** How far the words around the handouts have come, by language; the source is not among them. */
  words: ReadonlyMap<string, WordsReview>;
  /** What the author should know but that stops nothing. */
  warnings: Problem[];
}

const NO_TERMS: Glossary = { terms: {}, lineOf: () => 1 };

/**
 * Reads and checks all content, and gives every problem of it at once.
 * @throws {PressError} with all errors found
 */
export async function readContent(settings: Settings): Promise<Content> {
  const content = await gatherContent(settings);
  stopOnErrors(content.warnings);
  return content;
}

/**
 * Reads all content as far as it can be read; errors are among its warnings. For commands that mend one file, whatever
 * is wrong with the others. Only a language list that cannot be read ends the reading early: nothing else can be judged
 * without it.
 * @throws {PressError} with what is wrong with the languages
 */
export async function gatherContent(settings: Settings): Promise<Content> {
  const problems: Problem[] = [];
  const keep = <T>(checked: Checked<T>, otherwise: T): T => {
    problems.push(...checked.problems);
    return checked.value ?? otherwise;
  };
  const listed = keep(await readLanguages(settings.root), []);
  const languages = listed.filter((language) => !language.unfinished);
  const unfinished = listed.filter((language) => language.unfinished);
  problems.push(...checkFonts(languages), ...unfinished.map(reportUnfinished));
  stopOnErrors(problems);

  const fonts = new FontLibrary();
  const catalogues = keep(await readCatalogues(settings, languages), new Map<string, Catalogue>());
  const read = await readRecords(settings, languages);
  const records = read.value;
  problems.push(...read.problems);
  const referencesOf = createReferenceLookup(languages, records.programs, settings);
  const pictures = keep(await readPictures(settings.root), new Map());
  const handouts = keep(
    await readHandouts(settings, languages, {
      referencesOf,
      unreadPrograms: records.unreadPrograms,
      pictures,
      unfinished: unfinished.map(({ tag }) => tag),
    }),
    [],
  ).map((handout) => keep(adoptIds(handout), handout));
  const tags = languages.map(({ tag }) => tag);
  const glossary = keep(await readGlossary(settings.root, tags), NO_TERMS);
  const { sourceLocale } = settings;
  const meantToBeSame = keep(await readMeantToBeSame(settings.root), {});
  const words = keep(await readWordsReviews(settings, languages, { catalogues, records }), new Map());
  problems.push(
    ...checkSettings(settings, languages, records),
    ...checkOnlyLanguages(settings.onlyLanguages ?? [], languages),
    // A table with errors lacks clinics that stand in it.
    ...(hasErrors(read.problems) ? [] : checkOnlyClinics(settings.onlyClinics ?? [], records)),
    ...checkWords({ languages, fonts, records, handouts, glossary, catalogues, referencesOf }, meantToBeSame, settings),
    ...checkUntranslated(catalogues, meantToBeSame, sourceLocale),
  );
  // Of words that cannot be read nobody can say whether they changed.
  if (!hasErrors(problems)) problems.push(...checkWordsReviews(words.values(), settings));
  const wanted = keep(await readWantedLanguages(settings.root), []);
  const tools = createLanguageTools(languages, createTranslators(catalogues));
  const gathered = {
    languages,
    unfinished,
    fonts,
    tools,
    records,
    handouts,
    glossary,
    catalogues,
    wanted,
    referencesOf,
    words,
  };
  return { ...gathered, warnings: problems };
}

/** Compares all texts with their sources, and finds letters that no font has. */
function checkWords(
  {
    languages,
    fonts,
    records,
    handouts,
    glossary,
    catalogues,
    referencesOf,
  }: Pick<Content, 'languages' | 'fonts' | 'records' | 'handouts' | 'glossary' | 'catalogues' | 'referencesOf'>,
  meantToBeSame: MeantToBeSame,
  settings: Settings,
): Problem[] {
  const { sourceLocale, isBeingWritten } = settings;
  const gate = { languages, glossary, sourceLocale, isBeingWritten };
  const usedLocales = new Set(handouts.flatMap(({ texts }) => texts.map(({ locale }) => locale)));
  return [
    ...checkRecordTexts(records, { ...settings, languages, referencesOf, usedLocales }),
    ...checkTranslations(handouts, gate),
    ...checkPairs(pairRecords(records, sourceLocale), gate),
    ...checkPairs(pairCatalogues(catalogues, sourceLocale, meantToBeSame), gate),
    ...checkCoverage(
      [...handouts.flatMap(handoutTexts), ...recordTexts(records)],
      languages.flatMap((language) => language.fonts),
      fonts,
    ),
  ];
}

function handoutTexts({ texts }: Handout): PrintedText[] {
  return texts.flatMap(({ file, title, summary, sections }) =>
    [title, summary, ...allSections(sections).flatMap(({ blocks }) => blocks)].map(({ text, line }) => {
      return { text, where: { file, line } };
    }),
  );
}

function reportUnfinished({ tag, english }: Language): Problem {
  const what = `${english} (${tag}) is marked as unfinished, so that no page and no sheet has it.`;
  const fix = `translate ${catalogueFile(tag)}, then take away "unfinished: true".`;
  return warning(LANGUAGES_FILE, what, fix);
}

function checkFonts(languages: readonly Language[]): Problem[] {
  return [...new Set(languages.flatMap(({ fonts }) => fonts))]
    .filter((family) => !isFontInstalled(family))
    .map((family) => {
      const what = `The font "${family}" is not installed.`;
      return error(LANGUAGES_FILE, what, `correct its name, or run: npm install ${fontPackage(family)}`);
    });
}

function checkSettings(settings: Settings, languages: readonly Language[], { clinicIds }: Records): Problem[] {
  const { sourceLocale, mainClinic, address, packs } = settings;
  const problems: Problem[] = [];
  if (!isPublished(settings)) {
    const what = `The address ${address} opens only on this machine. The sitemap holds for a preview only, and QR codes lead to the clinic’s website instead of the sheet’s page.`;
    problems.push(
      warning(SETTINGS_FILE, what, 'set address to where you will publish dist/, before you hand out sheets.'),
    );
  }
  const tags = languages.map(({ tag }) => tag);
  if (!tags.includes(sourceLocale)) {
    problems.push(
      error(SETTINGS_FILE, `sourceLocale: "${sourceLocale}" is not a language.`, `use one of: ${tags.join(', ')}.`),
    );
  }
  for (const { id, languages: wanted } of packs) {
    for (const tag of wanted === 'all' ? [] : wanted.filter((one) => !tags.includes(one))) {
      const what = `packs: "${tag}" in the pack ${id} is not a language.`;
      problems.push(error(SETTINGS_FILE, what, `use all, or some of: ${tags.join(', ')}.`));
    }
  }
  if (clinicIds.length > 0 && !clinicIds.includes(mainClinic)) {
    problems.push(
      error(SETTINGS_FILE, `mainClinic: there is no clinic "${mainClinic}".`, `use one of: ${clinicIds.join(', ')}.`),
    );
  }
  return problems;
}
