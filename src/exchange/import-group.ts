import { type Handout, type HandoutText } from '../handout/handout.ts';
import { error, type Problem, warning } from '../problem.ts';
import { recordOf } from '../translation/accept-sections.ts';
import { haveSameKinds } from './align-passages.ts';
import type { ExchangeFile, ExchangeGroup, SourceVersion } from './exchange-file.ts';
import type { PlacedUnit } from './group-returned.ts';
import type { PassageChange } from './import-result.ts';
import { numberCodes } from './number-codes.ts';
import { type Passage, type PassageGroup, saysTheSame } from './passage.ts';
import { readTarget } from './read-target.ts';
import { returnedSource } from './returned-text.ts';
import { sourceVersions } from './source-versions.ts';
import { replaceRanges, type Replacement, rewrite } from './write-passage.ts';

/** What a returned section is compared with. */
export interface GroupToImport {
  handout: Handout;
  /** The translation as the project has it, if it has one, and its file. */
  text?: HandoutText;
  raw: string;
  exchange: ExchangeFile;
  group: ExchangeGroup;
  /** The section as the translation's file has it. */
  present?: PassageGroup;
}

/** What becomes of a section. */
export interface GroupImport {
  /** New words for passages where they stand in the file. */
  replacements: Replacement[];
  /** The whole section anew, with the line ends of the source: it is not there, or its passages are other ones. */
  rebuilt?: string;
  /** The version of the source that was translated. */
  base?: SourceVersion;
  /** Hash of that version, if all of the section is now a translation of it, and was not. */
  madeFrom?: string;
  changes: PassageChange[];
  problems: Problem[];
}

/** Words for a passage of the version that was translated. */
interface Reply {
  passage: Passage;
  present?: Passage;
  text: string;
  isChanged: boolean;
  isDone: boolean;
}

const NOTHING: GroupImport = { replacements: [], changes: [], problems: [] };

/** Takes the returned texts of one section into the translation, as a translation of the version they were made from. */
export function importGroup(units: readonly PlacedUnit[], given: GroupToImport): GroupImport {
  const versions = sourceVersions(given.handout, given.group.id);
  const base = versionOfUnits(units, versions, given.exchange);
  if (!base) return { ...NOTHING, problems: unknownWords(units, versions, given) };
  const { replies, problems } = readReplies(units, base, given);
  if (problems.length > 0) return { ...NOTHING, problems };
  const changed = replies.filter(({ isChanged }) => isChanged);
  const recorded = given.text && given.present ? recordOf(given.group.id, given.handout, given.text) : undefined;
  if (changed.length > 0 && isOlder(base, recorded, versions)) {
    return { ...NOTHING, problems: [olderWords(units, given)] };
  }
  const isInPlace = given.present !== undefined && haveSameKinds(base.passages, given.present.passages);
  const isWhole = replies.length === base.passages.length;
  if (!isInPlace && !isWhole) return changed.length > 0 ? leaveOut(units, replies.length, base, given) : NOTHING;
  const isRenewed = base.hash !== recorded && !isOlder(base, recorded, versions) && isAllDone(replies, base, given);
  const changes = changed.map(({ passage, present, text }): PassageChange => {
    return { file: given.exchange.target, id: passage.id, ...(present && { before: present.text }), after: text };
  });
  return {
    replacements: isInPlace
      ? changed.flatMap(({ present, text }) => (present ? [rewrite(present, text, given.raw)] : []))
      : [],
    ...(!isInPlace && changed.length > 0 && { rebuilt: rebuild(base, replies) }),
    base,
    ...(isRenewed && { madeFrom: base.hash }),
    changes,
    problems: [],
  };
}

/** The version of the source that the returned texts are translations of: each of their sources must be in it. */
function versionOfUnits(
  units: readonly PlacedUnit[],
  versions: readonly SourceVersion[],
  exchange: ExchangeFile,
): SourceVersion | undefined {
  const named = units.find(({ madeFrom }) => madeFrom !== undefined)?.madeFrom;
  // A few texts of a section can be in several versions: then it is the one the file names, or the newest.
  const inOrder = [...versions].sort((a, b) => Number(b.hash === named) - Number(a.hash === named));
  return inOrder.find(({ passages }) =>
    units.every((unit) => {
      const passage = passages.find(({ id }) => id === unit.id);
      if (!passage) return false;
      const { codes } = numberCodes(passage.text, undefined, exchange);
      return saysTheSame(returnedSource(unit.source, codes), passage.text);
    }),
  );
}

function readReplies(
  units: readonly PlacedUnit[],
  { passages }: SourceVersion,
  { exchange, group, present }: GroupToImport,
): { replies: Reply[]; problems: Problem[] } {
  const isInPlace = present !== undefined && haveSameKinds(passages, present.passages);
  const problems: Problem[] = [];
  const replies = passages.flatMap((passage, index): Reply[] => {
    const unit = units.find(({ id }) => id === passage.id);
    if (!unit) return [];
    const own = isInPlace ? present.passages[index] : undefined;
    const aligned = group.passages.find(({ id, source }) => id === passage.id && source === passage.text)?.target;
    const { sourceLocale, locale } = exchange;
    const read = readTarget(unit, { source: passage.text, present: own?.text ?? aligned, sourceLocale, locale });
    problems.push(...read.problems);
    if (read.text === undefined) return [];
    // A file that says nothing of states tells by the change that somebody has worked on it.
    const isDone = unit.isDone ?? read.isChanged;
    return [{ passage, ...(own && { present: own }), text: read.text, isChanged: read.isChanged, isDone }];
  });
  return { replies, problems };
}

/** True if each passage was returned as done, or stands already as a translation of the very words. */
function isAllDone(replies: readonly Reply[], base: SourceVersion, { group }: GroupToImport): boolean {
  return base.passages.every(({ id, text }) => {
    if (replies.some(({ passage, isDone }) => passage.id === id && isDone)) return true;
    const known = group.passages.find((passage) => passage.id === id && passage.source === text);
    return known?.target !== undefined && known.former === undefined && !group.isUnsure;
  });
}

function rebuild({ markdown }: SourceVersion, replies: readonly Reply[]): string {
  return replaceRanges(
    markdown,
    replies.map(({ passage, text }) => rewrite(passage, text, markdown)),
  );
}

/** Versions stand from the newest to the oldest. */
function isOlder(base: SourceVersion, recorded: string | undefined, versions: readonly SourceVersion[]): boolean {
  const place = versions.findIndex(({ hash }) => hash === recorded);
  return place !== -1 && versions.indexOf(base) > place;
}

function unknownWords(
  units: readonly PlacedUnit[],
  versions: readonly SourceVersion[],
  { exchange, group }: GroupToImport,
): Problem[] {
  const ids = versions.flatMap(({ passages }) => passages.map(({ id }) => id));
  const unknown = units.filter(({ id }) => !ids.includes(id));
  if (unknown.length > 0) {
    return unknown.map(({ id, file, line }) => {
      const what = `The text "${id}" is not in ${exchange.original}, nor in an edition of it.`;
      return error({ file, line }, what, 'take it out of the file, or export again.');
    });
  }
  const [{ file, line } = { file: exchange.original, line: 1 }] = units;
  const what = `The source texts of the section "${group.title}" are in no edition of ${exchange.original} that is kept.`;
  return [error({ file, line }, what, 'export it again, and translate what the source says now.')];
}

function olderWords(units: readonly PlacedUnit[], { exchange, group }: GroupToImport): Problem {
  const [{ file, line } = { file: exchange.original, line: 1 }] = units;
  const what = `The section "${group.title}" is a translation of older words than the one in ${exchange.target}.`;
  return error({ file, line }, what, 'export it again, and translate what the source says now.');
}

/** A section whose passages are others than before can only be written as a whole. */
function leaveOut(
  units: readonly PlacedUnit[],
  translated: number,
  { passages }: SourceVersion,
  { group }: GroupToImport,
): GroupImport {
  const [{ file, line } = { file: group.id, line: 1 }] = units;
  const what = `Of the section "${group.title}" ${translated} of ${passages.length} texts are translated; nothing of it was taken.`;
  return { ...NOTHING, problems: [warning({ file, line }, what, 'translate all of them, and import it again.')] };
}
