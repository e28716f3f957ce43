import type { PrintedSheet } from '../pdf/printed-file.ts';
import { compareText } from '../problem.ts';
import { sheetCode } from '../html/build-footer.ts';
import { cardPath } from '../html/card-path.ts';
import {
  type ClinicalState,
  clinicalState,
  translationState,
  type TranslationState,
} from '../translation/review-state.ts';
import { describeFile } from './manifest-file.ts';

/** Everything a build made, as `dist/manifest.json` says it. */
export interface Manifest {
  /** Every file but those of the network, this one, and the network's lists. */
  files: ManifestEntry[];
  /** The lists of the files of the network; thousands of clinics would make one list too long. */
  network?: NetworkListEntry[];
  /** Only in a part of a build (`--shard`). */
  shard?: Shard;
}

/** One file of the output. */
export interface ManifestEntry {
  path: string;
  bytes: number;
  sha256: string;
  /** For sheets: what they are and how far they may be trusted. */
  sheet?: SheetEntry;
}

/** What a sheet is and how far it may be trusted. */
export interface SheetEntry {
  code: string;
  handout: string;
  locale: string;
  clinic: string;
  form: string;
  pages: number;
  edition: number;
  /** How far the translation has come. A review lapses when the words or the English change. */
  translation: (typeof STATES)[TranslationState['state']];
  /** Whether a clinician's review of the English holds. */
  review: ClinicalState['state'];
  isDraft: boolean;
  bodyPoints: number;
  /** Path of the card that says where the text comes from; in the output with the website. */
  card: string;
}

/** A list of files of the network: a language and some of the clinics. */
export interface NetworkListEntry {
  /** Of the list, such as `network/es/0.json`. */
  path: string;
  /** Of the list. */
  sha256: string;
  /** How many files are in the list. */
  files: number;
  /** Of those files together. */
  bytes: number;
}

/** Which part of a build this is. */
export interface Shard {
  /** From 1 to `count`. */
  index: number;
  count: number;
  /** Hash of all that the build was made from: parts of one build have the same. */
  plan: string;
}

/** The states of a translation as files of the output name them. */
export const STATES = {
  original: 'source',
  machineDraft: 'machine-draft',
  humanDraft: 'human-draft',
  reviewed: 'reviewed',
  expired: 'expired',
} as const satisfies Record<TranslationState['state'], string>;

/** Lists every file with its hash, ordered by path: equal inputs give an equal manifest. */
export function buildManifest(
  files: ReadonlyMap<string, Uint8Array>,
  printed: readonly PrintedSheet[],
): ManifestEntry[] {
  const sheets = new Map(printed.map((one) => [one.pdf, one]));
  return [...files]
    .sort(([a], [b]) => compareText(a, b))
    .map(([path, bytes]) => {
      const sheet = sheets.get(path);
      return describeFile(path, [bytes], sheet && describeSheet(sheet));
    });
}

/** What the manifest says of a sheet. */
export function describeSheet({
  sheet,
  form,
  pages,
  points,
}: Pick<PrintedSheet, 'sheet' | 'form' | 'pages' | 'points'>): SheetEntry {
  const { handout, text, clinic, isDraft } = sheet;
  return {
    code: sheetCode(handout, text),
    handout: handout.id,
    locale: text.locale,
    clinic: clinic.id,
    form: form.name,
    pages,
    edition: text.edition,
    translation: STATES[translationState(handout, text).state],
    review: clinicalState(handout).state,
    isDraft,
    bodyPoints: points,
    card: cardPath(text.locale, handout.id),
  };
}
