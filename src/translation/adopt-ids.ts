import type { Handout, HandoutText, Section } from '../handout/handout.ts';
import type { Unit } from '../handout/units.ts';
import { type Checked, type Problem, warning } from '../problem.ts';

/**
 * Gives the sections of translations the ids that the source has given them meanwhile. A section is known by the words it
 * was made from: an id that the source has no more, and whose English now stands under an id that the translation has
 * not, was renamed.
 */
export function adoptIds(handout: Handout): Checked<Handout> {
  const problems: Problem[] = [];
  const texts = handout.texts.map((text) => {
    const renamed = renamedIds(handout, text);
    if (renamed.size === 0) return text;
    problems.push(...[...renamed].map(([old, { id }]) => tellRenamed(old, id, text)));
    return renameUnits(text, renamed);
  });
  return { value: { ...handout, texts }, problems };
}

/** The source's units by the ids that a translation still calls them. */
function renamedIds({ source, editions }: Handout, text: HandoutText): Map<string, Unit> {
  const madeFrom = (id: string) => text.madeFrom?.[id] ?? editions.get(text.edition)?.units.get(id)?.hash;
  const gone = [...text.units.keys()].filter((id) => !source.units.has(id));
  const renamed = new Map<string, Unit>();
  for (const unit of source.units.values()) {
    const old = text.units.has(unit.id) ? undefined : gone.find((candidate) => madeFrom(candidate) === unit.hash);
    if (old !== undefined) renamed.set(old, unit);
  }
  return renamed;
}

function renameUnits(text: HandoutText, renamed: ReadonlyMap<string, Unit>): HandoutText {
  const newId = (id: string): string => renamed.get(id)?.id ?? id;
  const renameSection = (section: Section): Section => {
    return { ...section, id: newId(section.id), parts: section.parts.map(renameSection) };
  };
  const units = [...text.units.values()].map((unit): [string, Unit] => [
    newId(unit.id),
    { ...unit, id: newId(unit.id) },
  ]);
  const made = [...renamed.values()].map(({ id, hash }) => [id, hash] as const);
  return {
    ...text,
    sections: text.sections.map(renameSection),
    units: new Map(units),
    madeFrom: { ...text.madeFrom, ...Object.fromEntries(made) },
  };
}

function tellRenamed(old: string, id: string, { file, sections }: HandoutText): Problem {
  const line = sections.flatMap((section) => [section, ...section.parts]).find((section) => section.id === old)?.line;
  const what = `The English calls the section {#${old}} {#${id}} now. The sheet does too.`;
  return warning({ file, line }, what, `write {#${id}} here, and in links that lead to it.`);
}
