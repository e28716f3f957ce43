import { editFrontMatter } from '../handout/edit-front-matter.ts';
import type { Change, Handout } from '../handout/handout.ts';

/** What an author says of a change. */
export interface EditionNote {
  /** Of all sections that changed, but for those in `sections`. */
  change: Change;
  note: string;
  sections?: Record<string, Change>;
  /** ISO date. */
  date: string;
}

/**
 * Makes a new edition of a source whose words have changed.
 * @param file the source as it is
 * @returns the source with the number of the edition and what its author says of it
 */
export function makeEdition(
  file: string,
  { edition, revisions }: Handout,
  { date, change, note, sections }: EditionNote,
): string {
  const next = edition + 1;
  const revision = { edition: next, date, change, note, ...(sections && { sections }) };
  return editFrontMatter(file, { edition: next, revisions: [revision, ...revisions] });
}
