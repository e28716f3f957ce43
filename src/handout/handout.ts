import type { AuthoredText } from '../markup/inline-text.ts';
import type { SourceFrontMatter, TranslationFrontMatter } from './handout-schema.ts';
import type { Unit } from './units.ts';

/**
 * What a section is for, where it is more than text. The author writes it after the id:
 * `## Danger signs {#danger-signs .danger}`.
 * - danger: the box a reader sees first, with parts of the kinds emergency and urgent
 * - emergency: call the emergency number now
 * - urgent: call the care team the same day
 * - caution: a box for something that must not be overlooked
 * - checklist: a list with boxes to tick
 * - worksheet: something to fill in by hand, as wide as the page
 */
export const SECTION_KINDS = ['danger', 'emergency', 'urgent', 'caution', 'checklist', 'worksheet'] as const;
/** One of {@link SECTION_KINDS}. */
export type SectionKind = (typeof SECTION_KINDS)[number];

/** The smallest unit that must be found again on the finished sheet: a heading, paragraph, list item, table cell or the
 * label below a picture. */
export interface TextBlock {
  kind: 'heading' | 'paragraph' | 'item' | 'cell' | 'label';
  text: string;
  /** Its author's own words: without facts and marked foreign words. */
  own: string;
  /** Line in the file. */
  line: number;
}

/** A picture of a section. */
export interface SectionPicture {
  /** Name of its file. */
  name: string;
  /** What a reader who cannot see it hears; empty for an icon. */
  alt: string;
}

/** A section (`##`) or a part of one (`###`) of a handout in one language. */
export interface Section {
  /** Shared by all languages. */
  id: string;
  kind?: SectionKind;
  /** Tag of the language of its words, if that is not the language of the text around it. */
  locale?: string;
  line: number;
  heading: AuthoredText;
  /** What stands between this heading and the next. */
  html: string;
  /** Heading first, then the content; parts not included. */
  blocks: TextBlock[];
  /** Names of the facts (`{{…}}`) the section and its heading use, in order. */
  references: string[];
  /** Its pictures and icons, in order. */
  pictures: SectionPicture[];
  /** How many lines to write on it has. */
  writeLines: number;
  /** Empty for a part. */
  parts: Section[];
}

/** A handout in one language. */
export interface HandoutText {
  locale: string;
  file: string;
  title: AuthoredText & { line: number };
  /** With the tag of its language, if that is not the language of the text. */
  summary: AuthoredText & { line: number; locale?: string };
  sections: Section[];
  /** The edition of the source this text is, or was made from. */
  edition: number;
  /** False for a text with errors: its sections can be compared, its facts and numbers not. */
  isSound: boolean;
  /** What each unit says, as it stands in the file. */
  units: ReadonlyMap<string, Unit>;
  /** Hash of the source's unit that a unit of a translation was made from; one that is not named, from `edition`. */
  madeFrom?: TranslationFrontMatter['madeFrom'];
  /** What its translator was not sure of; for the reviewer, never on a sheet. */
  notes?: TranslationFrontMatter['notes'];
  /** How far a translation has come; nothing for the source itself. */
  translation?: TranslationFrontMatter['translation'];
}

/** How grave a change is: see `handout-schema.ts`. */
export type Change = Revision['change'];

/** What an edition of the source changed. */
export type Revision = SourceFrontMatter['revisions'][number];

/** A handout with all its languages. */
export interface Handout {
  id: string;
  code: string;
  /** Of the source; its date is that of the newest revision. */
  edition: number;
  date: string;
  /** One entry per edition, the newest first. */
  revisions: Revision[];
  /** The source as it was in each edition that is kept, by number. */
  editions: ReadonlyMap<number, HandoutText>;
  sources: string[];
  review: SourceFrontMatter['review'];
  source: HandoutText;
  /** All languages, the source among them, in the order of the language list. */
  texts: HandoutText[];
}

/** The day of an edition; that of the newest for one that the list of revisions leaves out. */
export function editionDate({ revisions, date }: Pick<Handout, 'revisions' | 'date'>, edition: number): string {
  return revisions.find((revision) => revision.edition === edition)?.date ?? date;
}

/** All sections and parts in reading order. */
export function allSections(sections: readonly Section[]): Section[] {
  return sections.flatMap((section) => [section, ...section.parts]);
}
