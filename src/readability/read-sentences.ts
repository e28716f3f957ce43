import { allSections, type HandoutText, type TextBlock } from '../handout/handout.ts';
import type { Language } from '../i18n/languages.ts';
import type { Place } from '../problem.ts';
import { splitSentences } from './split-sentences.ts';
import { splitWords } from './split-words.ts';

/** A sentence of a handout, as its readers see it. */
export interface Sentence {
  text: string;
  /** Without figures; never empty. */
  words: string[];
  where: Place;
}

/** A block that is read as running text, whatever it is called. */
type ReadBlock = Pick<TextBlock, 'text' | 'own' | 'line'>;

/** Ends like a sentence, maybe inside quotes or brackets. */
const FULL_STOP = /\p{Sentence_Terminal}[\p{Pe}\p{Pf}\p{Pi}"']*\s*$/u;

/**
 * The sentences of a handout from its title on. A heading and an item of a list are sentences of their own, also without
 * a full stop. A cell of a table or the label of a picture is one only if it ends like one: "Date" and "Front" are not
 * read as text, and would make every average look better than it is.
 * @param wording `shown` is what a reader sees; `own` leaves out names and words of another language, which must not be
 * measured by the rules of this one
 */
export function readSentences(
  text: HandoutText,
  language: Pick<Language, 'tag' | 'script'>,
  wording: 'shown' | 'own' = 'shown',
): Sentence[] {
  return readBlocks(text).flatMap(({ text: shown, own, line }) =>
    sentencesOf(wording === 'own' ? own : shown, language)
      .map((sentence) => ({
        text: sentence,
        words: splitWords(sentence, language.tag),
        where: { file: text.file, line },
      }))
      .filter(({ words }) => words.length > 0),
  );
}

/** The sentences of a text; a script without full stops leaves it whole. */
export function sentencesOf(text: string, { tag, script }: Pick<Language, 'tag' | 'script'>): string[] {
  return hasFullStops({ script }) ? splitSentences(text, tag) : [text];
}

/** False for Thai, which parts sentences, but clauses and lists too, by spaces: where one ends only a reader can tell. */
export function hasFullStops({ script }: Pick<Language, 'script'>): boolean {
  return script !== 'Thai';
}

function readBlocks({ title, summary, sections }: HandoutText): ReadBlock[] {
  const blocks = allSections(sections).flatMap((section) => section.blocks);
  return [title, summary, ...blocks.filter(isRead)];
}

function isRead({ kind, text }: TextBlock): boolean {
  return (kind !== 'cell' && kind !== 'label') || FULL_STOP.test(text);
}
