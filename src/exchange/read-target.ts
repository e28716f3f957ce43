import { error, type Problem } from '../problem.ts';
import { strayIn } from '../read-text.ts';
import { compareCodes } from './compare-codes.ts';
import type { PlacedUnit } from './group-returned.ts';
import { localiseLinks } from './localise-links.ts';
import { numberCodes } from './number-codes.ts';
import { onOneLine, saysTheSame } from './passage.ts';
import { returnedTarget } from './returned-text.ts';

/** Longer than any passage of a sheet of two pages. */
const MOST_LETTERS = 4000;

/** What a returned translation is read with. */
export interface TargetReading {
  /** The words it was made from. */
  source: string;
  /** Its translation as the project has it. */
  present?: string;
  sourceLocale: string;
  locale: string;
}

/** A returned translation as Markdown of the project. */
export interface ReadTarget {
  /** Nothing for a text that is not translated. */
  text?: string;
  /** True if the project has other words, or none. */
  isChanged: boolean;
  problems: Problem[];
}

/** Reads one returned translation; words that were there and are gone, and codes that are not the source's, are refused. */
export function readTarget(unit: PlacedUnit, reading: TargetReading): ReadTarget {
  const { source, present, sourceLocale, locale } = reading;
  const refuse = (what: string, fix: string): ReadTarget => {
    const problem = error({ file: unit.file, line: unit.line }, `The text "${unit.id}" ${what}.`, fix);
    return { isChanged: false, problems: [problem] };
  };
  const { codes } = numberCodes(source, present, reading);
  const { text: raw, unknown } = returnedTarget(unit.target, codes);
  if (raw.length > MOST_LETTERS) return refuse(`has more than ${MOST_LETTERS} letters`, 'shorten it.');
  if (unknown.length > 0) {
    return refuse(
      `has the code ${unknown.join(', ')}, which the source does not have`,
      'take it out, or copy the codes of the source again.',
    );
  }
  const text = localiseLinks(onOneLine(raw), sourceLocale, locale);
  if (text === '') {
    if (present === undefined || unit.isLeft) return { isChanged: false, problems: [] };
    return refuse(
      'is empty, or not all of it is translated; the project has a translation',
      'translate it, or leave it out of the file.',
    );
  }
  if (present !== undefined && saysTheSame(text, present)) return { text: present, isChanged: false, problems: [] };
  const stray = strayIn(text);
  if (stray) return refuse(`has the sign ${stray}, which no reader can see or read`, 'type the words again.');
  const differences = compareCodes(source, text, sourceLocale, locale);
  if (differences.length > 0) {
    return refuse(differences.join(' and '), 'keep each code of the source, once, and add none.');
  }
  return { text, isChanged: true, problems: [] };
}
