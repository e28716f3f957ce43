import { allSections, type Handout, type HandoutText } from '../handout/handout.ts';
import { FRONT_UNITS } from '../handout/units.ts';
import { listInWords } from '../list-in-words.ts';
import { error, hasErrors, type Problem, warning } from '../problem.ts';
import { changedUnits } from './changed-units.ts';
import { isUnwritten } from './find-placeholders.ts';
import { freshnessOf, gravest, type UnitFreshness } from './freshness.ts';
import { removedSections } from './originals.ts';

/**
 * Compares a handout with what is kept of its editions, and its translations with the English they say they were made
 * from. Warns of what is stale, one warning a section; the sheet tells its readers of what could mislead them.
 */
export function checkEditions(handout: Handout): Problem[] {
  if (!handout.source.isSound) return [];
  const problems = checkSource(handout);
  // Until its change is an edition, every translation would look wrong: one mistake is one problem.
  if (hasErrors(problems)) return problems;
  const translations = handout.texts.filter((text) => text !== handout.source);
  return translations.flatMap((text) => checkTranslation(handout, text));
}

/** Every change of the source must be made an edition, which says how grave it is. */
function checkSource({ id, edition, source, editions, revisions }: Handout): Problem[] {
  const kept = editions.get(edition);
  const command = `npx handouts edition ${id}`;
  const ids = new Set([...FRONT_UNITS, ...allSections(source.sections).map((section) => section.id)]);
  const strangers = revisions.flatMap(({ sections = {}, ...revision }) =>
    Object.keys(sections)
      .filter(
        (section) =>
          revision.edition === edition && !ids.has(section) && !editions.get(edition - 1)?.units.has(section),
      )
      .map((section) => {
        const what = `The revision of edition ${edition} names the section {#${section}}, which there is not.`;
        return error(source.file, what, `use ids of sections, or title or summary: ${[...ids].join(', ')}.`);
      }),
  );
  if (!kept) {
    if (isUnwritten(source)) return strangers;
    const what = `The English of edition ${edition} is not kept, so nobody could tell later what has changed.`;
    return [...strangers, error(source.file, what, `run: ${command}`)];
  }
  const changed = changedUnits(source, kept);
  if (changed.length === 0) return strangers;
  const what = `The English is no longer that of edition ${edition} (${kept.file}): ${listInWords(changed.map(nameUnit))} changed.`;
  const fix = `make it an edition and say how grave the change is: ${command} --change safety|meaning|wording --note "What changed."`;
  return [...strangers, error({ file: source.file, line: lineOf(changed[0] ?? '', source) }, what, fix)];
}

function checkTranslation(handout: Handout, text: HandoutText): Problem[] {
  const { file, edition } = text;
  if (edition > handout.edition) {
    const what = `This translation names edition ${edition}, but the source is only edition ${handout.edition}.`;
    return [error(file, what, `set "edition" to that of ${handout.source.file} it was made from.`)];
  }
  const strangers = checkRecords(handout, text);
  if (strangers.length > 0) return strangers;
  const units = freshnessOf(handout, text);
  return [
    // What is only worded otherwise is no problem: the status lists it for the translator.
    ...units.flatMap(({ stale, ...unit }) =>
      stale === 'safety' || stale === 'meaning' ? [describeStale({ ...unit, stale }, handout, text)] : [],
    ),
    ...checkEdition(units, handout, text),
    ...removedSections(handout, text).map(({ id, line }) => {
      const what = `The English has no section {#${id}} any more. The sheet leaves it out.`;
      return warning({ file, line }, what, 'delete it here too.');
    }),
  ];
}

/** What a translation says it was made from must be English that there was. */
function checkRecords({ source, editions }: Handout, text: HandoutText): Problem[] {
  const known = new Set(
    [source, ...editions.values()].flatMap(({ units }) => [...units.values()].map(({ hash }) => hash)),
  );
  return Object.entries(text.madeFrom ?? {}).flatMap(([id, hash]) => {
    if (known.has(hash)) return [];
    const what = `${capital(nameUnit(id))} was made from English (${hash}) that no edition has.`;
    const fix = `compare it with ${source.file}, then run: npx handouts translate accept ${text.file} ${id}`;
    return [error(text.file, what, fix)];
  });
}

/** What a sheet's reader is told of a stale part. */
const TOLD = { safety: 'The sheet shows the English instead.', meaning: 'The sheet says so to its readers.' };

function describeStale(
  unit: UnitFreshness & { stale: keyof typeof TOLD },
  { source }: Handout,
  text: HandoutText,
): Problem {
  const { stale, isMissing, madeIn, revisions } = unit;
  const name = capital(nameUnit(unit.id));
  const since = isMissing
    ? 'is not translated yet'
    : `is that of ${madeIn === undefined ? 'an older edition' : `edition ${madeIn}`}`;
  const changes = revisions.map(({ edition, note }) => `edition ${edition}: ${note.replace(/[.。]?\s*$/, '')}`);
  const why = changes.length > 0 ? ` (${changes.join('; ')})` : ', and the change is in no edition yet';
  const what = `${name} ${since}; the English has changed since, by ${stale}${why}. ${isMissing ? TOLD.safety : TOLD[stale]}`;
  const place = `${source.file}:${lineOf(unit.id, source)}`;
  const fix = `translate it anew from ${place}, then run: npx handouts translate accept ${text.file} ${unit.id}`;
  return warning({ file: text.file, line: lineOf(unit.id, text) }, what, fix);
}

/** The edition on a sheet is the newest whose meaning it has. */
function checkEdition(units: readonly UnitFreshness[], { edition: newest }: Handout, text: HandoutText): Problem[] {
  const { edition, file } = text;
  const worst = gravest(units.flatMap(({ stale }) => stale ?? []));
  const isBehind = worst !== undefined && worst !== 'wording';
  const fix = `run: npx handouts translate accept ${file}`;
  if (isBehind && edition === newest) {
    const missed = units.filter(({ stale }) => stale && stale !== 'wording').map(({ id }) => nameUnit(id));
    const what = `This translation says it is edition ${edition}, but ${listInWords(missed)} of it is older.`;
    return [error(file, what, `${fix} (it finds the right number), once you have translated what you can.`)];
  }
  if (!isBehind && edition < newest) {
    const what = `This translation says all that edition ${newest} says, but calls itself edition ${edition}.`;
    return [warning(file, what, `${fix} (it finds the right number).`)];
  }
  return [];
}

/** A unit as an author calls it: `the title`, `the section {#tests}`. */
export function nameUnit(id: string): string {
  return FRONT_UNITS.some((front) => front === id) ? `the ${id}` : `the section {#${id}}`;
}

function lineOf(id: string, text: HandoutText): number {
  if (id === 'title' || id === 'summary') return text[id].line;
  return allSections(text.sections).find((section) => section.id === id)?.line ?? 1;
}

/** A text as the first words of a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
