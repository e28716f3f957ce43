import { createFormats, type Formats } from '../i18n/formats.ts';
import type { Language } from '../i18n/languages.ts';
import type { Reference, References } from '../markup/inline-text.ts';
import type { Settings } from '../settings.ts';
import type { Program } from './record-schemas.ts';

/**
 * The facts that texts may name, formatted for one language: `{{emergency}}`, and of each program its
 * `name`, `phone` and values (`{{every-woman-counts.breast-age}}`).
 */
export function buildReferences(
  programs: readonly Program[],
  formats: Formats,
  { emergencyNumber, sourceLocale }: Pick<Settings, 'emergencyNumber' | 'sourceLocale'>,
): References {
  const references = new Map<string, Reference>();
  references.set('emergency', { kind: 'phone', display: emergencyNumber, href: `tel:${emergencyNumber}` });
  for (const program of programs) {
    references.set(`${program.id}.name`, { kind: 'name', display: program.name, locale: sourceLocale });
    references.set(`${program.id}.phone`, { kind: 'phone', ...program.phone });
    for (const [name, value] of Object.entries(program.values)) {
      references.set(`${program.id}.${name}`, { kind: 'number', display: formats.number(value) });
    }
  }
  return references;
}

/** The facts of every language: formatted once, and shared by all its texts. */
export function createReferenceLookup(
  languages: readonly Language[],
  programs: readonly Program[],
  settings: Pick<Settings, 'emergencyNumber' | 'sourceLocale'>,
): (locale: string) => References {
  const lookup = new Map(
    languages.map((language) => [language.tag, buildReferences(programs, createFormats(language), settings)]),
  );
  return (locale) => lookup.get(locale) ?? new Map();
}
