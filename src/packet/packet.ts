import type { Language } from '../i18n/languages.ts';

/** A text as a reviewer meets it on paper: its HTML, and the same words without it. */
export interface PacketText {
  html: string;
  text: string;
}

/** A piece of the source beside its translation. A side is missing where one language has no such piece. */
export interface PacketRow {
  /** By which reviewer and translator speak of it; counted through a packet. */
  number: number;
  /** What it is, where that is not seen: a heading, a picture, or the name of a string. */
  label?: string;
  source?: PacketText;
  translation?: PacketText;
  /** What it is for, as translators are told. */
  note?: string;
}

/** A run of words that an older text and a newer one share, or that only one of them has. */
export interface DiffRun {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** How the source changed since a reviewer or the translator saw it. */
export interface SourceChange {
  /** The edition that was seen. */
  since: number;
  runs: DiffRun[];
  notes: string[];
}

/** An agreed term that the source of a section has. */
export interface TermHit {
  term: string;
  /** The agreed word, and others that are right too. */
  agreed: string[];
  isFound: boolean;
}

/** Numbers, phones and links of both sides. */
export interface FiguresFound {
  source: string[];
  translation: string[];
  isSame: boolean;
}

/** A section of what is to be reviewed. */
export interface PacketSection {
  id: string;
  heading: string;
  /** What a reviewer must know of it before reading, in sentences. */
  marks: string[];
  change?: SourceChange;
  rows: PacketRow[];
  terms: TermHit[];
  figures?: FiguresFound;
  /** The translation put back into the source language by somebody who had not seen the source. */
  backTranslation?: string;
}

/** All that a bilingual person needs to review a translation with a pen. */
export interface Packet {
  /** Name of its files: the id of a handout, or `words`. */
  id: string;
  title: string;
  language: Language;
  source: Language;
  /** Code of the sheet, printed on each page. */
  code: string;
  /** Label and value, for the head of the packet. */
  facts: [label: string, value: string][];
  doubts: string[];
  /** How hard both texts are to read, in lines. */
  readability: { language: string; lines: string[] }[];
  sections: PacketSection[];
  /** ISO date that its PDF carries. */
  date: string;
}
