import type { Handout, HandoutText, Section, TextBlock } from '../handout/handout.ts';
import { error, type Problem } from '../problem.ts';

/**
 * Compares every translation of a handout with its source by structure: the same sections in the same
 * order and of the same kind, in each as many paragraphs, list items and cells, and the same facts.
 * Something dropped in translation shows here, whatever the language.
 */
export function compareStructure(handout: Handout): Problem[] {
  // Against a source with errors every translation would look wrong.
  if (!handout.source.isSound) return [];
  return handout.texts
    .filter((text) => text !== handout.source)
    .flatMap((text) => compareSections(handout.source.sections, text.sections, handout.source, text, 1));
}

function compareSections(
  source: readonly Section[],
  translated: readonly Section[],
  from: HandoutText,
  to: HandoutText,
  parentLine: number,
): Problem[] {
  const [wanted, found] = [source.map(({ id }) => id), translated.map(({ id }) => id)];
  const missing = source.filter(({ id }) => !found.includes(id));
  // A heading without an id is a problem of its own.
  const extra = translated.filter(({ id }) => id !== '' && !wanted.includes(id));
  const problems = [
    ...missing.map(({ id, heading, line }) =>
      error(
        { file: to.file, line: parentLine },
        `The section {#${id}} is missing ("${heading.text}", ${from.file}:${line}).`,
        'translate it and put it in the same place.',
      ),
    ),
    ...extra.map(({ id, line }) =>
      error({ file: to.file, line }, `The section {#${id}} is not in ${from.file}.`, 'remove it, or correct its id.'),
    ),
  ];
  const common = wanted.filter((id) => found.includes(id));
  const order = found.filter((id) => wanted.includes(id));
  const moved = common.findIndex((id, index) => order[index] !== id);
  if (order[moved] !== undefined) {
    const line = translated.find(({ id }) => id === order[moved])?.line ?? parentLine;
    const what = `The section {#${order[moved]}} stands where the source has {#${common[moved]}}.`;
    problems.push(error({ file: to.file, line }, what, 'put the sections in the order of the source.'));
  }
  for (const section of source) {
    const other = translated.find(({ id }) => id === section.id);
    if (other) problems.push(...compareSection(section, other, from, to));
  }
  return problems;
}

function compareSection(source: Section, translated: Section, from: HandoutText, to: HandoutText): Problem[] {
  const where = { file: to.file, line: translated.line };
  const place = `{#${source.id}}`;
  const problems: Problem[] = [];
  if (source.kind !== translated.kind) {
    const what = `The section ${place} is ${named(translated.kind)}; in the source it is ${named(source.kind)}.`;
    problems.push(error(where, what, `end its heading with {#${source.id}${source.kind ? ` .${source.kind}` : ''}}.`));
  }
  for (const kind of ['paragraph', 'item', 'cell', 'label'] as const) {
    const [wanted, found] = [count(source.blocks, kind), count(translated.blocks, kind)];
    if (wanted !== found) {
      const what = `The section ${place} has ${counted(found, kind)}; the source has ${wanted} (${from.file}:${source.line}).`;
      problems.push(error(where, what, 'translate each of them, one by one.'));
    }
  }
  const [wantedCells, foundCells] = [filledCells(source), filledCells(translated)];
  if (wantedCells.join() !== foundCells.join() && wantedCells.length === foundCells.length) {
    const what = `The section ${place} has cells empty that have words in the source, or the other way round (${from.file}:${source.line}).`;
    problems.push(error(where, what, 'translate each cell with words, and leave the others empty.'));
  }
  if (!to.isSound) return [...problems, ...compareParts(source, translated, from, to)];
  const [wanted, found] = [[...source.references].sort(), [...translated.references].sort()];
  if (wanted.join() !== found.join()) {
    const what = `The section ${place} uses the facts ${braced(found)}; the source uses ${braced(wanted)}.`;
    problems.push(error(where, what, 'use the same facts, each as often as the source does.'));
  }
  problems.push(...compareLinks(source, translated, from, to), ...comparePictures(source, translated, from, to));
  return [...problems, ...compareParts(source, translated, from, to)];
}

function compareParts(source: Section, translated: Section, from: HandoutText, to: HandoutText): Problem[] {
  return compareSections(source.parts, translated.parts, from, to, translated.line);
}

function compareLinks(source: Section, translated: Section, from: HandoutText, to: HandoutText): Problem[] {
  const [wanted, found] = [linksIn(source), linksIn(translated)];
  if (wanted.join() === found.join()) return [];
  const what = `The section {#${source.id}} has the links ${listed(found)}; the source has ${listed(wanted)} (${from.file}:${source.line}).`;
  return [error({ file: to.file, line: translated.line }, what, 'keep every link of the source, and add none.')];
}

function comparePictures(source: Section, translated: Section, from: HandoutText, to: HandoutText): Problem[] {
  const where = { file: to.file, line: translated.line };
  const place = `${from.file}:${source.line}`;
  const [wanted, found] = [source, translated].map(({ pictures }) => pictures.map(({ name }) => name));
  const problems: Problem[] = [];
  if (wanted?.join() !== found?.join()) {
    const what = `The section {#${source.id}} shows ${listed(found ?? [])}; the source shows ${listed(wanted ?? [])} (${place}).`;
    problems.push(error(where, what, 'show the same pictures in the same order.'));
  }
  if (source.writeLines !== translated.writeLines) {
    const what = `The section {#${source.id}} has ${translated.writeLines} of the lines to write on (___); the source has ${source.writeLines} (${place}).`;
    problems.push(error(where, what, 'end the same items with ___.'));
  }
  return problems;
}

function linksIn({ html, heading }: Section): string[] {
  return [...(heading.html + html).matchAll(/<a href="([^"]+)"/g)].map(([, href = '']) => href).sort();
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? '(none)' : names.join(', ');
}

/** For each cell, whether it has words: empty cells are there to write in. */
function filledCells({ blocks }: Section): boolean[] {
  return blocks.filter(({ kind }) => kind === 'cell').map(({ text }) => text.trim() !== '');
}

const NAMES: Record<TextBlock['kind'], [string, string]> = {
  heading: ['heading', 'headings'],
  paragraph: ['paragraph', 'paragraphs'],
  item: ['list item', 'list items'],
  cell: ['table cell', 'table cells'],
  label: ['picture with a label', 'pictures with a label'],
};

function count(blocks: readonly TextBlock[], kind: TextBlock['kind']): number {
  return blocks.filter((block) => block.kind === kind).length;
}

function counted(number: number, kind: TextBlock['kind']): string {
  return `${number} ${NAMES[kind][number === 1 ? 0 : 1]}`;
}

function named(kind: string | undefined): string {
  return kind ? `of the kind .${kind}` : 'of no special kind';
}

function braced(names: readonly string[]): string {
  return names.length === 0 ? '(none)' : names.map((name) => `{{${name}}}`).join(', ');
}
