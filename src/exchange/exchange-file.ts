import type { Change } from '../handout/handout.ts';
import type { Passage, PassageKind } from './passage.ts';

/** How far a translation of a passage has come, in the words of XLIFF 2.1, section 4.7.1.4. */
export type State = 'initial' | 'translated' | 'reviewed' | 'final';

/** Something a translator should know. */
export interface Note {
  /** In the words of the XLIFF file, such as `glossary`. */
  category: 'place' | 'purpose' | 'glossary' | 'length' | 'former' | 'doubt';
  text: string;
}

/** A passage beside its translation. */
export interface ExchangePassage {
  /** Unique in its file. */
  id: string;
  kind: PassageKind;
  /** In the source language, as it is today. */
  source: string;
  /** Its translation as the project has it; nothing if there is none. */
  target?: string;
  /** What the source said when it was translated, if that was something else. */
  former?: string;
  state: State;
  notes: Note[];
  /** Line of the source file on which its group starts, if known. */
  line?: number;
}

/** Passages that belong together: a section, or the strings of one place. */
export interface ExchangeGroup {
  id: string;
  /** What a person calls it: the heading of the section. */
  title: string;
  /** What a section is for, such as `danger`. */
  kind?: string;
  /** Hash of the unit of the source, which the translation will name as what it was made from. */
  hash?: string;
  /** The gravest change of the source since it was translated. */
  stale?: Change;
  /** True if it is stale, and what it was made from was not kept: nobody can tell which of its passages still hold. */
  isUnsure?: boolean;
  passages: ExchangePassage[];
}

/** A file of the project with all that is to be translated in it, into one language. */
export interface ExchangeFile {
  /** How it is called in a PO context: `calciphylaxis`, `locales/ui`, `programs/every-woman-counts`. */
  name: string;
  kind: 'handout' | 'interface' | 'program' | 'clinic';
  /** The source, from the project's root; it names the file in what is exchanged. */
  original: string;
  /** Where the translation stands; a record has all languages in one file. */
  target: string;
  sourceLocale: string;
  locale: string;
  /** What holds for all of it, such as the doubts of its last translator. */
  notes: Note[];
  groups: ExchangeGroup[];
}

/** The words of a unit of the source in one of its editions, and what they are called. */
export interface SourceVersion {
  hash: string;
  markdown: string;
  passages: Passage[];
}
