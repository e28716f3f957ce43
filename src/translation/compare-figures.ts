import { toLatinDigits } from '../i18n/digits.ts';
import type { Language } from '../i18n/languages.ts';
import { error, formatPlace, type Problem } from '../problem.ts';
import { datesIn, takeDate } from './dates.ts';
import { readingsOf } from './figure-readings.ts';
import { countMeasure, type Measure, measuresIn } from './measures.ts';
import type { TextPair } from './text-pair.ts';

/** A number with what belongs to it: `2.5`, `24/7`. A range counts as two, because some languages write “0 to 10”. */
const NUMBER = /\d+(?:[.,:/\u066B]\d+)*/g;

/** Many languages write these as words, or as a form of the noun (Arabic has one for “two glasses”). */
const MAY_BE_A_WORD = /^(?:\d|10)$/;

/** An address on the web that stands in the text as such. */
const WEB_ADDRESS = /(?:https?:\/\/|www\.)[!-~]*[A-Za-z0-9/]/g;

/** What is compared, by its name in a message, in this order: an address has numbers in it. */
const FIGURES: { kind: string; pattern: RegExp; fix: string }[] = [
  { kind: 'address', pattern: WEB_ADDRESS, fix: 'keep every web address of the source, letter for letter.' },
  { kind: 'number', pattern: NUMBER, fix: 'keep every number of the source, and add none.' },
];

/**
 * Compares the figures of a translated text with its source: numbers, measures, dates and web addresses, in whatever
 * digits the language writes.
 * @param sourceLocale tag of the source language, whose dates are looked for
 * @param dates how the language of the translation writes dates, if `Intl` does not know
 */
export function compareFigures(pair: TextPair, sourceLocale: string, dates?: Language['dates']): Problem[] {
  const problems: Problem[] = [];
  let [wanted, found] = [plainFigures(pair.source.own), plainFigures(pair.translated.own)];
  for (const date of datesIn(wanted, sourceLocale)) {
    const rest = takeDate(found, date, pair.locale, dates);
    wanted = wanted.replace(date.text, '');
    if (rest !== undefined) found = rest;
    else problems.push(report(pair, `lacks the date ${date.text}`, 'write the date as this language writes dates.'));
  }
  for (const { kind, pattern, fix } of FIGURES) {
    const differences = compare(pair, kind, figuresIn(wanted, pattern), figuresIn(found, pattern), fix);
    // One wrong figure is one problem: its number is not reported again with its unit.
    if (differences.length > 0) return [...problems, ...differences];
    if (pattern === WEB_ADDRESS)
      [wanted, found] = [wanted, found].map((text) => text.replaceAll(pattern, '')) as [string, string];
  }
  const measures = measuresIn(wanted);
  const isLost = ({ number, unit }: Measure): boolean => {
    const inSource = measures.filter((measure) => measure.number === number && measure.unit === unit).length;
    return countMeasure(found, { number, unit }, pair.locale) < inSource;
  };
  const lost = new Set(measures.filter(isLost).map(({ number, unit }) => `${number} ${unit}`));
  if (lost.size > 0) {
    const fix = 'write the unit as the label prints it, such as 500 mg.';
    problems.push(report(pair, `lacks the measure ${[...lost].join(', ')}`, fix));
  }
  return problems;
}

function compare(pair: TextPair, kind: string, wanted: string[], found: string[], fix: string): Problem[] {
  const missing: string[] = [];
  const extra = [...found];
  for (const figure of wanted) {
    const [value = figure] = readingsOf(figure);
    const index = extra.findIndex((candidate) => readingsOf(candidate, pair.locale).includes(value));
    if (index === -1) missing.push(figure);
    else extra.splice(index, 1);
  }
  const lost = missing.filter((figure) => extra.length > 0 || !MAY_BE_A_WORD.test(figure)).sort();
  if (lost.length + extra.length === 0) return [];
  const parts = [
    ...(lost.length > 0 ? [`lacks the ${kind} ${lost.join(', ')}`] : []),
    ...(extra.length > 0 ? [`has the ${kind} ${extra.sort().join(', ')} too many`] : []),
  ];
  return [report(pair, parts.join(' and '), fix)];
}

function report({ name, source, translated }: TextPair, what: string, fix: string): Problem {
  return error(translated.where, `${name} ${what} (${formatPlace(source.where)}).`, fix);
}

/** The web addresses and the numbers of a text, each kind in its order and in Latin digits. */
export function figuresOf(text: string): string[] {
  const plain = plainFigures(text);
  return [...figuresIn(plain, WEB_ADDRESS), ...figuresIn(plain.replaceAll(WEB_ADDRESS, ''), NUMBER)];
}

function figuresIn(text: string, pattern: RegExp): string[] {
  return text.match(pattern) ?? [];
}

/** Latin digits and half-width signs (`８：３０` is 8:30); a Chinese comma parts two numbers and is no decimal sign. */
function plainFigures(text: string): string {
  return toLatinDigits(text.replaceAll(/[，、]/g, ', ').normalize('NFKC'));
}
