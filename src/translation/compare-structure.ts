import { allSections, type Handout, type HandoutText, type Section, type TextBlock } from '../handout/handout.ts';
import { error, type Problem } from '../problem.ts';
import { originalsOf, removedSections } from './originals.ts';

/**
 * Compares every translation of a handout with what it was made from, by structure: the same sections, of the same kind,
 * in each as many paragraphs, list items and cells, and the same facts. Something dropped in translation shows here,
 * whatever the language. The order of sections is that of the source, however they stand in the translation.
 */
export function compareStructure(handout: Handout): Problem[] {
  // Against a source with errors every translation would look wrong.
  if (!handout.source.isSound) return [];
  return handout.texts.filter((text) => text !== handout.source).flatMap((text) => compareText(handout, text));
}

function compareText(handout: Handout, text: HandoutText): Problem[] {
  const { source } = handout;
  const found = allSections(text.sections);
  const originals = originalsOf(handout, text).sections;
  const known = [...allSections(source.sections), ...removedSections(handout, text)].map(({ id }) => id);
  // A heading without an id is a problem of its own.
  const extra = found.filter(({ id }) => id !== '' && !known.includes(id));
  return [
    ...extra.map(({ id, line }) =>
      error(
        { file: text.file, line },
        `The section {#${id}} is not in ${source.file}.`,
        'remove it, or correct its id.',
      ),
    ),
    ...originals.flatMap(({ words, from }) => {
      const translated = found.find(({ id }) => id === words.id);
      return translated
        ? compareSection(words, translated, from, text)
        : [missingSection(words, { from, text, source })];
    }),
  ];
}

function missingSection(
  { id, heading, line }: Section,
  { from, text, source }: { from: HandoutText; text: HandoutText; source: HandoutText },
): Problem {
  const parent = source.sections.find(({ parts }) => parts.some((part) => part.id === id));
  const place = allSections(text.sections).find((section) => section.id === parent?.id)?.line ?? 1;
  const what = `The section {#${id}} is missing ("${heading.text}", ${from.file}:${line}).`;
  return error({ file: text.file, line: place }, what, 'translate it and put it in the same place.');
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
  if (!to.isSound) return problems;
  const [wanted, found] = [[...source.references].sort(), [...translated.references].sort()];
  if (wanted.join() !== found.join()) {
    const what = `The section ${place} uses the facts ${braced(found)}; the source uses ${braced(wanted)}.`;
    problems.push(error(where, what, 'use the same facts, each as often as the source does.'));
  }
  problems.push(...compareLinks(source, translated, from, to), ...comparePictures(source, translated, from, to));
  return problems;
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
