import type { Change, Handout, HandoutText } from '../handout/handout.ts';
import { EDITIONS_FOLDER } from '../handout/read-editions.ts';
import { listInWords } from '../list-in-words.ts';
import { type Checked, error } from '../problem.ts';
import { changedUnits } from './changed-units.ts';
import { capital, nameUnit } from './check-editions.ts';
import { makeEdition } from './make-edition.ts';

/** What an author says of a change; what is left out is asked for where it is needed. */
export interface GivenNote {
  change?: Change;
  note?: string;
  sections?: Record<string, Change>;
  /** ISO date of the new edition. */
  date: string;
}

/** An edition that is to be kept. */
export interface KeptEdition {
  edition: number;
  /** Ids of the units whose words have changed since the one before. */
  changed: string[];
  /** What is to be written, by path from the project's root; nothing if all is kept already. */
  files: Map<string, string>;
  /** What was done, and what comes next, for the author. */
  told: string;
}

/**
 * Makes a source whose words have changed a new edition, or keeps an edition that is not kept yet.
 * @param file the source as it is
 */
export function keepEdition(file: string, handout: Handout, given: GivenNote): Checked<KeptEdition> {
  const { edition, editions, source } = handout;
  const last = editions.get(edition);
  if (!last) {
    const told = `Edition ${edition} is kept now (${pathOf(edition, source)}).`;
    return { value: { edition, changed: [], files: new Map([[pathOf(edition, source), file]]), told }, problems: [] };
  }
  const changed = changedUnits(source, last);
  if (changed.length === 0) {
    const told = `The English says what edition ${edition} says: there is nothing to do.`;
    return { value: { edition, changed, files: new Map(), told }, problems: [] };
  }
  const problems = [...askFor(given, changed, source), ...refuseStrangers(given, changed, source)];
  const { change, note, sections, date } = given;
  if (problems.length > 0 || change === undefined || note === undefined) return { problems };
  const next = edition + 1;
  const text = makeEdition(file, handout, { change, note, date, ...(sections && { sections }) });
  const files = new Map([
    [pathOf(next, source), text],
    [source.file, text],
  ]);
  const told = `This is edition ${next} now: ${listInWords(changed.map(nameUnit))} changed. Next: npx handouts status shows what each translation needs.`;
  return { value: { edition: next, changed, files, told }, problems: [] };
}

function pathOf(edition: number, { file }: HandoutText): string {
  return file.replace(/[^/]+$/, `${EDITIONS_FOLDER}/${edition}.md`);
}

function askFor({ change, note }: GivenNote, changed: readonly string[], { file }: HandoutText) {
  const names = listInWords(changed.map(nameUnit));
  return [
    ...(change === undefined
      ? [
          error(
            file,
            `Nobody has said how grave it is that ${names} changed.`,
            'add --change safety (a danger sign, a dose, a warning), --change meaning (another fact) or --change wording (nothing a reader would do differently).',
          ),
        ]
      : []),
    ...(note === undefined
      ? [error(file, `Nobody has said what changed in ${names}.`, 'add --note "What changed, in a sentence."')]
      : []),
  ];
}

function refuseStrangers({ sections = {} }: GivenNote, changed: readonly string[], { file }: HandoutText) {
  return Object.keys(sections)
    .filter((id) => !changed.includes(id))
    .map((id) => error(file, `${capital(nameUnit(id))} has not changed.`, `name one of: ${changed.join(', ')}.`));
}
