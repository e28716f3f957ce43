import type { Change, Handout, HandoutText } from '../handout/handout.ts';
import type { Unit } from '../handout/units.ts';
import { changeOf, freshnessOf, gravest, hasWords, revisionsSince } from './freshness.ts';

/**
 * Why a review no longer holds for a unit:
 * - english: the English changed after the review, by meaning or safety; who compared the two has not seen it
 * - translation: the words of the translation are no longer those that were read
 * - missing: the translation does not have it, and the sheet shows the English instead
 * - unread: the review says nothing of it
 */
export type LapseReason = 'english' | 'translation' | 'missing' | 'unread';

/** A unit that a review no longer holds for. */
export interface Lapse {
  /** `title`, `summary` or the id of a section of the source. */
  id: string;
  why: LapseReason;
}

/** How far the text of one language has come, whatever its file claims. */
export interface TranslationState {
  state: 'original' | 'machineDraft' | 'humanDraft' | 'reviewed' | 'expired';
  /** What the review no longer holds for, in the order of the source; empty unless the state is expired. */
  lapsed: Lapse[];
}

/** Whether a clinician's review of the source still holds. */
export interface ClinicalState {
  state: 'unreviewed' | 'reviewed' | 'expired';
  /** In the order of the source; empty unless the state is expired. */
  lapsed: Lapse[];
}

/**
 * Says how far a translation has come. A review holds for the very words that were read: it lapses for a unit whose
 * translation changed at all, and for one whose English changed in more than its wording.
 */
export function translationState(handout: Handout, text: HandoutText): TranslationState {
  const { translation } = text;
  if (!translation) return { state: 'original', lapsed: [] };
  if (translation.state === 'machine-draft') return { state: 'machineDraft', lapsed: [] };
  if (translation.state === 'human-draft') return { state: 'humanDraft', lapsed: [] };
  const { edition, texts = {} } = translation;
  const lapsed = [...handout.source.units.values()].flatMap((unit): Lapse[] => {
    const why = lapseOf(unit, text, texts) ?? (changesMeaning(unit, edition, handout) ? 'english' : undefined);
    return why ? [{ id: unit.id, why }] : [];
  });
  return { state: lapsed.length > 0 ? 'expired' : 'reviewed', lapsed };
}

/** Says whether the review of a clinician still holds for all that the source says today. */
export function clinicalState(handout: Handout): ClinicalState {
  const { review, source } = handout;
  if (review.state === 'unreviewed') return { state: 'unreviewed', lapsed: [] };
  const lapsed = [...source.units.values()]
    .filter((unit) => changesMeaning(unit, review.edition, handout))
    .map(({ id }): Lapse => ({ id, why: 'english' }));
  return { state: lapsed.length > 0 ? 'expired' : 'reviewed', lapsed };
}

/**
 * Units that a reader must be told of because they changed after a review, in the order of the source. What another
 * notice says is left out: a unit that is older than the English has one that names it.
 */
export function expiredUnits(handout: Handout, text: HandoutText): string[] {
  const own = translationState(handout, text);
  if (own.state === 'machineDraft' || own.state === 'humanDraft') return [];
  const stale = new Map(freshnessOf(handout, text).map((unit) => [unit.id, unit.stale]));
  const isOlder = (id: string): boolean => stale.get(id) === 'safety' || stale.get(id) === 'meaning';
  const ofOwn = own.lapsed.filter(({ id }) => !isOlder(id));
  // Where the sheet shows the English of today, no clinician has read that; where it has older words, one has.
  const ofSource = clinicalState(handout).lapsed.filter(({ id }) => stale.get(id) !== 'meaning');
  const ids = new Set([...ofOwn, ...ofSource].map(({ id }) => id));
  return [...handout.source.units.keys()].filter((id) => ids.has(id));
}

/** What the translation itself says of a review; nothing where the words are those that were read. */
function lapseOf(
  { id }: Unit,
  { units }: HandoutText,
  texts: Readonly<Record<string, string>>,
): LapseReason | undefined {
  const own = units.get(id);
  if (!own) return 'missing';
  // Under an id that the translation has no more, the words were read before their section was renamed.
  const isRenamed = Object.entries(texts).some(([old, hash]) => hash === own.hash && !units.has(old));
  if (texts[id] === own.hash || isRenamed) return undefined;
  return texts[id] === undefined ? 'unread' : 'translation';
}

function changesMeaning(unit: Unit, since: number, handout: Handout): boolean {
  const change = changeSince(unit, since, handout);
  return change !== undefined && change !== 'wording';
}

/**
 * The gravest change of a unit of the source after an edition; nothing if its words are those of then. One that is in
 * no edition yet is taken for one of safety.
 */
function changeSince(unit: Unit, since: number, handout: Handout): Change | undefined {
  const { editions, edition, source } = handout;
  const then = editions.get(since)?.units ?? (since === edition ? source.units : undefined);
  if (then && hasWords(then, unit.hash)) return undefined;
  const changes = revisionsSince(unit, since, handout).map((revision) => changeOf(revision, unit.id));
  return gravest(changes) ?? (then ? 'safety' : undefined);
}
