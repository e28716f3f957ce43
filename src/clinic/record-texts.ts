import type { PrintedText } from '../i18n/check-coverage.ts';
import type { Records } from './read-records.ts';
import type { Clinic, Program } from './record-schemas.ts';

/** The words of all records that stand on pages, for the check of the fonts. */
export function recordTexts({ clinics, network, programs }: Records): PrintedText[] {
  return [...clinics.flatMap(clinicTexts), ...newCharacters(network), ...programs.flatMap(programTexts)];
}

function clinicTexts({ file, lineOf, name, address, people = [] }: Clinic): PrintedText[] {
  const texts: PrintedText[] = [];
  const add = (text: string, path: PropertyKey[]) => texts.push({ text, where: { file, line: lineOf(path) } });
  add(name, ['name']);
  for (const [key, value] of Object.entries(address ?? {})) add(value, ['address', key]);
  people.forEach((person, index) => {
    add(person.name, ['people', index, 'name']);
    for (const [locale, role] of Object.entries(person.role)) add(role, ['people', index, 'role', locale]);
  });
  return texts;
}

/**
 * Of all clinics of a table only the characters that none of its earlier rows has, each with its row. A check of
 * fonts finds the same with them as with all texts, and a country's names have some hundred characters, not millions.
 */
function newCharacters(network: readonly Clinic[]): PrintedText[] {
  const seen = new Set<string>();
  const byRow = network.toSorted((a, b) => a.lineOf([]) - b.lineOf([]));
  return byRow.flatMap(({ file, lineOf, name, shortName = '', address }) => {
    let text = '';
    for (const character of [name, shortName, ...Object.values(address ?? {})].join('')) {
      if (seen.has(character)) continue;
      seen.add(character);
      text += character;
    }
    return text === '' ? [] : [{ text, where: { file, line: lineOf([]) } }];
  });
}

function programTexts({ file, lineOf, name, texts: byLocale }: Program): PrintedText[] {
  const texts: PrintedText[] = [{ text: name, where: { file, line: lineOf(['name']) } }];
  for (const [locale, ofLocale] of Object.entries(byLocale)) {
    for (const [key, text] of Object.entries(ofLocale))
      texts.push({ text, where: { file, line: lineOf(['texts', locale, key]) } });
  }
  return texts;
}
