import { parse } from 'yaml';
import type { ExchangeFile, ExchangePassage } from './exchange-file.ts';
import { onOneLine } from './passage.ts';
import { type StringFile, type StringPlace, stringPlaces, targetOf } from './string-places.ts';
import { scalarFinder } from './yaml-text.ts';

/** Names of the groups of a record; those of interface strings are the places of a page. */
const TITLES: Record<string, string> = { texts: 'Texts about the program', people: 'People of the clinic' };

/**
 * Lists the strings of a file with their translations.
 * @param purposes what each interface string is for, by place and purpose, as `locales/ui-notes.yaml` says it
 */
export function exchangeStrings(
  file: StringFile,
  { sourceLocale, locale, purposes = '' }: { sourceLocale: string; locale: string; purposes?: string },
): ExchangeFile {
  const places = stringPlaces(file, sourceLocale);
  const findSource = scalarFinder(file.sourceText);
  const findTarget = scalarFinder(file.targetText ?? '');
  const findPurpose = scalarFinder(purposes);
  const passageOf = ({ id, pathOf }: StringPlace): ExchangePassage => {
    const target = findTarget(pathOf(locale))?.text;
    const purpose = findPurpose(pathOf(locale))?.text;
    return {
      id,
      kind: 'string',
      source: onOneLine(findSource(pathOf(sourceLocale))?.text ?? ''),
      ...(target !== undefined && { target: onOneLine(target) }),
      state: target === undefined ? 'initial' : 'translated',
      notes: purpose === undefined ? [] : [{ category: 'purpose', text: purpose }],
    };
  };
  const groups = [...new Set(places.map(({ group }) => group))].map((group) => {
    const passages = places.filter((place) => place.group === group).map(passageOf);
    return { id: group, title: titleOf(group, file), passages };
  });
  const target = targetOf(file, locale);
  return {
    name: nameOf(file),
    kind: file.kind,
    original: file.original,
    target,
    sourceLocale,
    locale,
    notes: [],
    groups,
  };
}

function titleOf(group: string, { kind, sourceText }: StringFile): string {
  if (kind === 'interface') return `Interface: ${group}`;
  const { name } = parse(sourceText) as { name: string };
  return `${TITLES[group] ?? group}: ${name}`;
}

function nameOf({ kind, original }: StringFile): string {
  if (kind === 'interface') return 'locales/ui';
  return original.replace(/^content\//, '').replace(/\.yaml$/, '');
}
