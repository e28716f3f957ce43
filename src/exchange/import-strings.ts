import type { ExchangeFile } from './exchange-file.ts';
import type { PlacedUnit, ReturnedGroups } from './group-returned.ts';
import type { FileImport, PassageChange } from './import-result.ts';
import { error, type Problem } from '../problem.ts';
import { onOneLine, type Passage, saysTheSame } from './passage.ts';
import { readTarget } from './read-target.ts';
import { returnedSource } from './returned-text.ts';
import { numberCodes } from './number-codes.ts';
import { type StringFile, type StringPlace, stringPlaces } from './string-places.ts';
import { replaceRanges, rewrite } from './write-passage.ts';
import { keysAt, scalarFinder, setPair } from './yaml-text.ts';

/** Writes returned strings into their file: those that are there in their place, new ones where the source has them. */
export function importStrings(file: StringFile, exchange: ExchangeFile, returned: ReturnedGroups): FileImport {
  const { sourceLocale, locale, target } = exchange;
  const places = new Map(stringPlaces(file, sourceLocale).map((place) => [place.id, place]));
  const findSource = scalarFinder(file.sourceText);
  const problems: Problem[] = [];
  const changed: { place: StringPlace; change: PassageChange }[] = [];
  for (const unit of [...returned.values()].flat()) {
    const place = places.get(unit.id);
    const source = place && findSource(place.pathOf(sourceLocale))?.text;
    if (!place || source === undefined) {
      problems.push(unknownString(unit, exchange));
      continue;
    }
    const before = exchange.groups.flatMap(({ passages }) => passages).find(({ id }) => id === unit.id)?.target;
    const { text, isChanged, problems: found } = readTarget(unit, { source, present: before, sourceLocale, locale });
    problems.push(...found);
    if (text === undefined || !isChanged) continue;
    if (isOfOtherSource(unit, source, exchange)) problems.push(otherSource(unit, source));
    changed.push({
      place,
      change: { file: target, id: unit.id, ...(before !== undefined && { before }), after: text },
    });
  }
  const changes = changed.map(({ change }) => change);
  const after = changed.length === 0 ? undefined : write(file, exchange, changed);
  return { file: target, ...(after !== undefined && { after }), changes, renewed: [], problems };
}

function isOfOtherSource(unit: PlacedUnit, source: string, exchange: ExchangeFile): boolean {
  const { codes } = numberCodes(source, undefined, exchange);
  return !saysTheSame(returnedSource(unit.source, codes), source);
}

function write(
  file: StringFile,
  { locale, sourceLocale, target }: ExchangeFile,
  changed: readonly { place: StringPlace; change: PassageChange }[],
): string {
  const isNewFile = file.targetText === undefined;
  if (isNewFile) return newCatalogue(changed);
  const text = file.targetText ?? '';
  const find = scalarFinder(text);
  const present = changed.flatMap(({ place, change }) => {
    const scalar = find(place.pathOf(locale));
    if (!scalar) return [];
    const passage: Passage = { ...scalar, id: place.id, kind: 'string' };
    return [rewrite(passage, change.after, text)];
  });
  const missing = changed.filter(({ place }) => find(place.pathOf(locale)) === undefined);
  return missing.reduce(
    (written, { place, change }) => insert(written, file, place, change.after, { locale, sourceLocale, target }),
    replaceRanges(text, present),
  );
}

/** Adds a string that a file does not have yet, with the maps around it. */
function insert(
  text: string,
  { sourceText }: StringFile,
  { pathOf }: StringPlace,
  words: string,
  { locale, sourceLocale }: Pick<ExchangeFile, 'locale' | 'sourceLocale' | 'target'>,
): string {
  const path = pathOf(locale);
  const [parent, key] = [path.slice(0, -1), String(path.at(-1))];
  const siblings = keysAt(sourceText, pathOf(sourceLocale).slice(0, -1));
  if (keysAt(text, parent).length > 0) {
    return setPair(text, parent, key, words, siblings.slice(0, siblings.indexOf(key)));
  }
  const [around, name] = [parent.slice(0, -1), String(parent.at(-1))];
  const elders = keysAt(sourceText, around);
  return setPair(text, around, name, { [key]: words }, elders.slice(0, Math.max(0, elders.indexOf(name))));
}

/** Interface strings of a language that has none yet. */
function newCatalogue(changed: readonly { place: StringPlace; change: PassageChange }[]): string {
  const catalogue: Record<string, Record<string, string>> = {};
  for (const { place, change } of changed) {
    const key = place.id.slice(place.group.length + 1);
    catalogue[place.group] = { ...catalogue[place.group], [key]: change.after };
  }
  return `${JSON.stringify(catalogue, undefined, 2)}\n`;
}

function unknownString({ id, file, line }: PlacedUnit, { original }: ExchangeFile): Problem {
  const what = `The text "${id}" is not in ${original}.`;
  return error({ file, line }, what, 'take it out: the source has it no more.');
}

function otherSource({ id, file, line }: PlacedUnit, source: string): Problem {
  const what = `The text "${id}" is a translation of other words; the source now says: ${onOneLine(source)}`;
  return error({ file, line }, what, 'export it again, and translate these.');
}
