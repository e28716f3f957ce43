import { editionDate, type HandoutText } from '../handout/handout.ts';
import { sheetCode } from '../html/build-footer.ts';
import type { Sheet } from '../html/build-sheets.ts';
import { cardPath } from '../html/card-path.ts';
import type { PrintedSheet } from '../pdf/printed-file.ts';
import { freshnessOf } from '../translation/freshness.ts';
import { checkListing, type MedlinePlusListing } from '../translation/medlineplus-criteria.ts';
import { type Provenance, provenanceOf } from '../translation/provenance.ts';
import { clinicalState, type Lapse, translationState } from '../translation/review-state.ts';
import { describeFile } from './manifest-file.ts';
import { STATES } from './manifest.ts';

/** What a catalogue or a clinic's own system must know of a handout in a language: `<locale>/<handout>/card.json`. */
export interface HandoutCard {
  title: string;
  code: string;
  language: { tag: string; name: string; english: string };
  /** Its page. */
  url: string;
  /** Page of the same handout in the source language; nothing on the card of that. */
  englishEquivalent?: { title: string; url: string };
  edition: number;
  date: string;
  sources: string[];
  /** Nothing for the source. */
  translation?: Pick<Provenance, 'madeBy' | 'translator' | 'review'> & {
    state: (typeof STATES)[keyof typeof STATES];
    /** What the review no longer holds for. */
    lapsed: Lapse[];
  };
  /** The clinician's review of the English. */
  clinicalReview: { state: string; name?: string; qualification?: string; date?: string; edition?: number };
  /** By id of the section, `title` or `summary`: fresh, or how grave a change it does not have yet. */
  freshness?: Record<string, string>;
  /** Of the clinic whose pages the site’s own are. */
  files: { form: string; url: string; bytes: number; sha256: string; pages: number }[];
  /** Nothing for the source: the listing is of translations. */
  medlinePlus?: MedlinePlusListing;
}

type Printed = Pick<PrintedSheet, 'sheet' | 'form' | 'pdf' | 'bytes' | 'pages'>;

/** Builds the cards of all handouts and languages, as files by their paths. @param address of the site */
export function buildCards(
  printed: readonly Printed[],
  { address, mainClinic }: { address: string; mainClinic: string },
): Map<string, Uint8Array> {
  const own = printed.filter(({ sheet }) => sheet.clinic.id === mainClinic);
  const sheets = [...new Set(own.map(({ sheet }) => sheet))];
  return new Map(
    sheets.map((sheet) => {
      const card = buildCard(
        sheet,
        own.filter((one) => one.sheet === sheet),
        (path) => new URL(path, address).href,
      );
      return [cardPath(sheet.language.tag, sheet.handout.id), Buffer.from(`${JSON.stringify(card, null, 2)}\n`)];
    }),
  );
}

/** @param absolute gives the full address of a path within the site */
function buildCard(sheet: Sheet, printed: readonly Printed[], absolute: (path: string) => string): HandoutCard {
  const { handout, text, language, original, url } = sheet;
  return {
    title: text.title.text,
    code: sheetCode(handout, text),
    language: { tag: language.tag, name: language.name, english: language.english },
    url: absolute(url.slice(1)),
    ...(original && { englishEquivalent: { title: original.text.title.text, url: absolute(original.url.slice(1)) } }),
    edition: text.edition,
    date: editionDate(handout, text.edition),
    sources: handout.sources,
    ...aboutTranslation(sheet),
    clinicalReview: aboutClinicalReview(sheet),
    files: printed.map(({ form, pdf, bytes, pages }) => {
      const { bytes: size, sha256 } = describeFile(pdf, [bytes]);
      return { form: form.name, url: absolute(pdf), bytes: size, sha256, pages };
    }),
  };
}

function aboutTranslation({ handout, text, original }: Sheet): Partial<HandoutCard> {
  if (!text.translation) return {};
  const provenance = provenanceOf(handout, text);
  const { state, lapsed } = translationState(handout, text);
  const { madeBy, translator, review } = provenance;
  return {
    translation: { state: STATES[state], madeBy, translator, review, lapsed },
    freshness: describeFreshness(handout, text),
    medlinePlus: checkListing(provenance, { hasEnglish: original !== undefined }),
  };
}

function describeFreshness(handout: Sheet['handout'], text: HandoutText): Record<string, string> {
  return Object.fromEntries(
    freshnessOf(handout, text).map(({ id, stale, isMissing }) => {
      return [id, isMissing ? 'not translated' : stale === undefined ? 'fresh' : `stale by ${stale}`];
    }),
  );
}

function aboutClinicalReview({ handout }: Sheet): HandoutCard['clinicalReview'] {
  const { review } = handout;
  const { state } = clinicalState(handout);
  if (review.state === 'unreviewed') return { state };
  const { name, qualification, date, edition } = review;
  return { state, name, qualification, date, edition };
}
