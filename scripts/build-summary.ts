import type { BuildReport } from '../src/pipeline.ts';
import type { Problem } from '../src/problem.ts';
import type { LeftOut } from '../src/translation/select-release.ts';

/** What a person is told of a build that succeeded, as plain data: it is kept, and told again by a build without change. */
export interface BuildSummary {
  pages: number;
  sheets: number;
  pdfs: number;
  languages: LanguageSummary[];
  /** What was stamped for the clinics of the network. */
  network: { clinics: number; pdfs: number; bytes: number };
  warnings: Problem[];
  /** Only of a release: what is not in it, and why. */
  leftOut?: LeftOut[];
}

/** What was made in one language. */
export interface LanguageSummary {
  tag: string;
  english: string;
  sheets: number;
  pdfs: number;
  drafts: number;
  /** In points. */
  smallestText: number;
  /** Of the largest PDF. */
  largestBytes: number;
}

/** Counts what a build has made. */
export function summarise({
  printed,
  manifest,
  network,
  networkClinics,
  warnings,
  leftOut,
}: BuildReport): BuildSummary {
  const languages = [...new Set(printed.map(({ sheet }) => sheet.language))];
  return {
    pages: manifest.filter(({ path }) => path.endsWith('.html')).length,
    sheets: new Set(printed.map(({ sheet }) => sheet)).size,
    pdfs: printed.length,
    languages: languages.map((language) => summariseLanguage(language, printed)),
    network: {
      clinics: networkClinics,
      pdfs: network.reduce((sum, { files }) => sum + files, 0),
      bytes: network.reduce((sum, { bytes }) => sum + bytes, 0),
    },
    warnings,
    ...(leftOut && { leftOut }),
  };
}

type Printed = BuildReport['printed'];

function summariseLanguage(language: Printed[number]['sheet']['language'], printed: Printed): LanguageSummary {
  const own = printed.filter(({ sheet }) => sheet.language === language);
  const sheets = [...new Set(own.map(({ sheet }) => sheet))];
  return {
    tag: language.tag,
    english: language.english,
    sheets: sheets.length,
    pdfs: own.length,
    drafts: sheets.filter(({ isDraft }) => isDraft).length,
    smallestText: Math.min(...own.map(({ points }) => points)),
    largestBytes: Math.max(...own.map(({ bytes }) => bytes.length)),
  };
}
