import type { HandoutText, Section } from '../handout/handout.ts';
import { toLatinDigits } from '../i18n/digits.ts';
import { error, type Problem } from '../problem.ts';

/** A number with what belongs to it: `130–179`, `2.5`, `24/7`. */
const NUMBER = /\d+(?:[.,:/–-]\d+)*/g;

/** Many languages write these as words, or as a form of the noun (Arabic has one for “two glasses”). */
const MAY_BE_A_WORD = /^(?:\d|10)$/;

/** Compares the numbers and links of a translated section with its source, whatever digits the language writes. */
export function compareFigures(source: Section, translated: Section, from: HandoutText, to: HandoutText): Problem[] {
  const where = { file: to.file, line: translated.line };
  const compare = (kind: string, wanted: string[], found: string[], fix: string): Problem[] => {
    const extra = without(found, wanted);
    const missing = without(wanted, found).filter((figure) => extra.length > 0 || !MAY_BE_A_WORD.test(figure));
    if (missing.length + extra.length === 0) return [];
    const parts = [
      ...(missing.length > 0 ? [`lacks the ${kind} ${missing.join(', ')}`] : []),
      ...(extra.length > 0 ? [`has the ${kind} ${extra.join(', ')} too many`] : []),
    ];
    const what = `The section {#${source.id}} ${parts.join(' and ')} (${from.file}:${source.line}).`;
    return [error(where, what, fix)];
  };
  return [
    ...compare('number', numbersIn(source), numbersIn(translated), 'keep every number of the source, and add none.'),
    ...compare('link', linksIn(source), linksIn(translated), 'keep every link of the source, and add none.'),
  ];
}

function numbersIn({ blocks }: Section): string[] {
  return blocks
    .flatMap(({ text }) => toLatinDigits(text).match(NUMBER) ?? [])
    .map((number) => number.replaceAll('–', '-'));
}

function linksIn({ html, heading }: Section): string[] {
  return [...(heading.html + html).matchAll(/<a href="([^"]+)"/g)].map(([, href = '']) => href);
}

/** What is left of a list when each item of another has been taken off once. */
function without(list: readonly string[], taken: readonly string[]): string[] {
  const rest = [...list];
  for (const item of taken) {
    const index = rest.indexOf(item);
    if (index !== -1) rest.splice(index, 1);
  }
  return rest.sort();
}
