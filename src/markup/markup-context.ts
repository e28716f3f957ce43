import type { Env, MarkdownIt, Token } from 'markdown-it';
import type { Language } from '../i18n/languages.ts';
import type { References } from './inline-text.ts';
import type { Pictures } from './picture.ts';

/** What the rules know of the text they work on, and where they leave what they find. */
export interface MarkupContext {
  language: Language;
  /** The language that text in Latin letters is taken for inside another script. */
  latinLocale: string;
  references: References;
  /** The drawings a text may show; a record's text has none. */
  pictures: Pictures;
  /** Turns a link of the author's (`#tests`, `../other/en.md`) into an address, or says what is wrong with it. */
  resolveLink: (href: string) => { href: string } | { fault: MarkupFault };
  /** Start of every id that is made up, unique on the page the text will stand on. */
  idPrefix: string;
  /** True for a text that is a heading as a whole, such as a title. */
  isHeading?: boolean;
  /** Filled by the rules. */
  faults: MarkupFault[];
  /** Counts made-up ids. */
  idCount: number;
}

/** Something a text may not contain. */
export interface MarkupFault {
  /** 1-based line within the text. */
  line: number;
  what: string;
  fix: string;
  /** Name of a fact nobody recorded. */
  fact?: string;
}

/** A rule adds itself to a parser; see `src/README.md` for how to write one. */
export type MarkupRule = (md: MarkdownIt) => void;

/**
 * The blocks of a text, each with its line (1-based). Table cells know no line of their own: theirs is that of
 * the row.
 */
export function* blocksWithLines(tokens: readonly Token[]): Generator<{ block: Token; line: number }> {
  let line = 1;
  for (const block of tokens) {
    if (block.map) line = block.map[0] + 1;
    yield { block, line };
  }
}

/** The next unused id for an element on the page. */
export function nextId(context: MarkupContext): string {
  context.idCount += 1;
  return `${context.idPrefix}-x${context.idCount}`;
}

/** Starts a context with nothing found yet. */
export function createContext(given: Omit<MarkupContext, 'faults' | 'idCount'>): MarkupContext {
  return { ...given, faults: [], idCount: 0 };
}

/** Wraps a context as the parser's environment; markdown-it keeps names of its own in there. */
export function environment(context: MarkupContext): Env {
  return { press: context };
}

/** The context a rule works in. */
export function contextOf(env: Env | undefined): MarkupContext {
  return (env as { press: MarkupContext }).press;
}

/** A token like another in all but some of its fields. */
export function copyToken(token: Token, changes: Partial<Token>): Token {
  return Object.assign(Object.create(Object.getPrototypeOf(token) as object) as Token, token, changes);
}
