import { editFrontMatter } from '../handout/edit-front-matter.ts';
import { editionDate, type Handout, type HandoutText } from '../handout/handout.ts';
import type { ClinicalRecord, TranslationRecord } from '../handout/review-schema.ts';
import { listInWords } from '../list-in-words.ts';
import { type Checked, error, type Problem } from '../problem.ts';
import { nameUnit } from './check-editions.ts';
import { freshnessOf } from './freshness.ts';
import { clinicalState, translationState } from './review-state.ts';

/** What a reviewer has found right, and who that is. */
export interface NewReview {
  name: string;
  qualification: string;
  /** ISO date. */
  date: string;
  /** True if the reviewer also judged that it fits its readers' culture. */
  culture?: boolean;
  /** Ids of the only units that were read; all if there are none. */
  sections?: readonly string[];
}

/**
 * Writes down that a translation was compared with the English of today, or that a clinician has read the English.
 * @param file its file as it is
 * @returns the file with the review, and nothing else changed
 */
export function recordReview(file: string, handout: Handout, text: HandoutText, review: NewReview): Checked<string> {
  const published = editionDate(handout, handout.edition);
  const problems: Problem[] = [];
  if (review.date < published) {
    const what = `Edition ${handout.edition} of the English is of ${published}: nobody can have read it on ${review.date}.`;
    problems.push(error(text.file, what, 'give the day on which this edition was read.'));
  }
  const isSource = text === handout.source;
  if (isSource && isChangedSinceEdition(handout)) {
    const what = `The English is no longer that of edition ${handout.edition}, so a review could not say what was read.`;
    const fix = `make it an edition first: npx handouts edition ${handout.id} --change … --note "…"`;
    problems.push(error(text.file, what, fix));
  }
  const made = isSource ? clinicalReview(handout, review) : translationReview(handout, text, review);
  problems.push(...made.problems);
  if (problems.length > 0 || !made.value) return { problems };
  return { value: editFrontMatter(file, { [isSource ? 'review' : 'translation']: made.value }), problems };
}

function isChangedSinceEdition({ source, editions, edition }: Handout): boolean {
  const kept = editions.get(edition)?.units;
  return [...source.units.values()].some(({ id, hash }) => kept?.get(id)?.hash !== hash);
}

/** A clinician's review has no record of single sections: it is of an edition. */
function clinicalReview(handout: Handout, review: NewReview): Checked<ClinicalRecord> {
  const { name, qualification, date, sections } = review;
  const { file } = handout.source;
  const value: ClinicalRecord = { state: 'reviewed', name, qualification, date, edition: handout.edition };
  if (!sections) return { value, problems: [] };
  const { state, lapsed } = clinicalState(handout);
  if (state === 'unreviewed') return { problems: [firstReview(file)] };
  const others = handout.review.state === 'reviewed' ? otherReviewer(file, handout.review, review) : [];
  const left = lapsed.filter(({ id }) => !sections.includes(id)).map(({ id }) => nameUnit(id));
  if (left.length > 0) {
    const what = `Since the last review ${listInWords(left)} changed too.`;
    others.push(error(file, what, 'let the clinician read that as well, and name it in --sections.'));
  }
  return { value, problems: others };
}

function translationReview(handout: Handout, text: HandoutText, review: NewReview): Checked<TranslationRecord> {
  const { name, qualification, date, sections, culture = false } = review;
  const { translation, file } = text;
  const earlier = translation?.state === 'reviewed' ? translation : undefined;
  const ids = sections ?? [...handout.source.units.keys()];
  const problems = staleUnits(handout, text, ids);
  if (sections && !earlier?.texts) problems.push(firstReview(file));
  if (sections && earlier) problems.push(...otherReviewer(file, earlier, review));
  if (problems.length > 0) return { problems };
  // What an earlier review no longer holds for is not carried on: by the new edition it would seem to hold again.
  const lapsed = new Set(translationState(handout, text).lapsed.map(({ id }) => id));
  const texts: Record<string, string> = {};
  for (const id of handout.source.units.keys()) {
    const isRead = ids.includes(id) || (earlier !== undefined && !lapsed.has(id));
    const hash = text.units.get(id)?.hash;
    if (isRead && hash !== undefined) texts[id] = hash;
  }
  const isForCulture = culture && (!sections || earlier?.culture === true);
  const value: TranslationRecord = {
    ...{ state: 'reviewed', name, qualification, date, edition: handout.edition },
    ...(isForCulture && { culture: true }),
    ...originOf(translation),
    texts,
  };
  return { value, problems };
}

/** Who made the first draft stays on record. */
function originOf(
  record: TranslationRecord | undefined,
): Pick<TranslationRecord & { state: 'reviewed' }, 'translator' | 'madeBy'> {
  if (!record || record.state === 'machine-draft') return { madeBy: 'machine' };
  if (record.state === 'human-draft') return record.translator ? { translator: record.translator } : {};
  const { translator, madeBy } = record;
  return { ...(translator && { translator }), ...(madeBy && { madeBy }) };
}

/** What cannot be reviewed, because it does not say what the English says. */
function staleUnits(handout: Handout, text: HandoutText, ids: readonly string[]): Problem[] {
  const behind = freshnessOf(handout, text).filter(
    ({ id, stale, isMissing }) => ids.includes(id) && (isMissing || (stale !== undefined && stale !== 'wording')),
  );
  if (behind.length === 0) return [];
  const names = listInWords(behind.map(({ id }) => nameUnit(id)));
  const what = `This translation does not say yet what the English says now in ${names}, so nobody can have found that it does.`;
  const fix = `translate it anew, then run: npx handouts translate accept ${text.file} ${behind.map(({ id }) => id).join(' ')}`;
  return [error(text.file, what, fix)];
}

function firstReview(file: string): Problem {
  const what = 'There is no review yet that a review of some sections could be added to.';
  return error(file, what, 'let all of it be read, and leave out --sections.');
}

/** One review has one signature. */
function otherReviewer(
  file: string,
  earlier: Pick<NewReview, 'name' | 'qualification' | 'date'>,
  { name, qualification }: NewReview,
): Problem[] {
  if (earlier.name === name && earlier.qualification === qualification) return [];
  const signed = `${earlier.name} (${earlier.qualification})`;
  const what = `The review of ${earlier.date} is by ${signed}; ${name} (${qualification}) cannot sign for what somebody else has read.`;
  return [
    error(
      file,
      what,
      `let ${name} read all of it, and leave out --sections; or let ${earlier.name} read these sections.`,
    ),
  ];
}
