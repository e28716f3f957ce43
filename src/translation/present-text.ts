import { allSections, type Handout, type HandoutText, type Section } from '../handout/handout.ts';
import { freshnessOf } from './freshness.ts';
import { isBorrowed } from './told-changes.ts';

/**
 * A translation as its readers get it: the sections of the source, in the order of the source. A section whose
 * translation is older than a change for safety, or which is not translated yet, has the English of today instead, and
 * says in `locale` that it has. A title is never replaced: it is the name by which a sheet is found.
 */
export function presentText(handout: Handout, text: HandoutText): HandoutText {
  const { source } = handout;
  if (text === source) return text;
  const borrowed = new Set(
    freshnessOf(handout, text)
      .filter(isBorrowed)
      .map(({ id }) => id),
  );
  const own = new Map(allSections(text.sections).map((section) => [section.id, section]));
  const present = (section: Section): Section => {
    const translated = borrowed.has(section.id) ? undefined : own.get(section.id);
    const shown = translated ?? { ...section, locale: source.locale };
    return { ...shown, parts: section.parts.map(present) };
  };
  const summary = borrowed.has('summary') ? { ...source.summary, locale: source.locale } : text.summary;
  return { ...text, summary, sections: source.sections.map(present) };
}
