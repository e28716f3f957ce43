import { editFrontMatter } from '../handout/edit-front-matter.ts';
import type { Handout, HandoutText } from '../handout/handout.ts';
import { changeOf, freshnessOf } from './freshness.ts';

/**
 * Records that sections of a translation were brought up to date with the source: what they were made from, and the
 * newest edition that the whole translation then says.
 * @param file its file as it is
 * @param ids units that say what the source says now; all others keep their record
 * @returns the file with its new records
 */
export function acceptSections(
  file: string,
  { handout, text, ids }: { handout: Handout; text: HandoutText; ids: readonly string[] },
): string {
  const { edition, madeFrom } = acceptedText(handout, text, ids);
  return editFrontMatter(file, { edition, madeFrom });
}

/** The same translation as its file will say that it is. */
export function acceptedText(handout: Handout, text: HandoutText, ids: readonly string[]): HandoutText {
  const { source } = handout;
  const madeFrom: Record<string, string> = {};
  for (const { id, hash } of source.units.values()) {
    const record = ids.includes(id) ? hash : recordOf(id, handout, text);
    if (record !== undefined && text.units.has(id)) madeFrom[id] = record;
  }
  return { ...text, madeFrom, edition: editionOf(handout, { ...text, madeFrom }) };
}

/** What a unit was made from as far as it is known: a record of its own, or the words of the edition it names. */
export function recordOf(id: string, handout: Handout, text: HandoutText): string | undefined {
  const unit = freshnessOf(handout, text).find((each) => each.id === id);
  if (unit?.stale === undefined) return handout.source.units.get(id)?.hash;
  return text.madeFrom?.[id] ?? handout.editions.get(unit.madeIn ?? text.edition)?.units.get(id)?.hash;
}

/** The newest edition that changed nothing but words of what a translation does not have yet. */
function editionOf(handout: Handout, text: HandoutText): number {
  const behind = freshnessOf(handout, text)
    .filter(({ stale }) => stale !== undefined && stale !== 'wording')
    .map(({ id, revisions }) => {
      const missed = revisions.filter((revision) => changeOf(revision, id) !== 'wording');
      return Math.min(...missed.map(({ edition }) => edition)) - 1;
    });
  return Math.max(1, Math.min(handout.edition, ...behind));
}
