import { allSections, editionDate, type Handout, type HandoutText, type Section } from '../handout/handout.ts';
import { sheetCode } from '../html/build-footer.ts';
import type { LanguageTools } from '../i18n/language-tools.ts';
import { escapeHtml, type References } from '../markup/inline-text.ts';
import { formatReadability } from '../readability/format-readability.ts';
import { measureText } from '../readability/measure-text.ts';
import type { SectionStatus, TranslationStatus } from '../status/status.ts';
import { translationStatus } from '../status/translation-status.ts';
import type { Glossary } from '../translation/glossary.ts';
import { blockHtml, inlineHtml } from './block-html.ts';
import { compareWords } from './compare-words.ts';
import { findFigures, type FigureText } from './find-figures.ts';
import { findTerms } from './find-terms.ts';
import type { Packet, PacketRow, PacketSection, PacketText, SourceChange } from './packet.ts';
import { describeMarks, describeState } from './section-marks.ts';

/** What packets are made with. */
export interface PacketContext {
  /** Of the language the packet is about, and of the source. */
  tools: { own: LanguageTools; source: LanguageTools };
  glossary: Glossary;
  referencesOf: (locale: string) => References;
}

/** What of a section, a title or a summary stands beside the other language. */
interface Side extends FigureText {
  texts: { label?: string; text: PacketText }[];
}

/**
 * Puts a handout and its translation side by side, section by section and block by block, with all that a reviewer may
 * want to know of each.
 * @param backTranslation the translation put back into the source language, by the id of the section
 */
export function buildPacket(
  handout: Handout,
  text: HandoutText,
  context: PacketContext,
  backTranslation: ReadonlyMap<string, string> = new Map(),
): Packet {
  const { own, source } = context.tools;
  const status = translationStatus(handout, text);
  let number = 0;
  const sections = status.sections.map((section): PacketSection => {
    const sides = { source: sideOf(section.id, handout.source), own: sideOf(section.id, text) };
    const rows = pairSides(sides.source, sides.own).map((row): PacketRow => ({ number: ++number, ...row }));
    return describeSection(section, { rows, sides, status, handout }, context, backTranslation.get(section.id));
  });
  const measured = [
    { tools: source, text: handout.source },
    { tools: own, text },
  ];
  return {
    id: handout.id,
    title: handout.source.title.text,
    language: own.language,
    source: source.language,
    code: sheetCode(handout, text),
    facts: factsOf(status, handout, context),
    doubts: text.notes ?? [],
    readability: measured.map(({ tools: { language }, text: one }) => {
      const lines = formatReadability(measureText(one, language, context.glossary));
      // On paper nobody can go to a line of a file.
      return { language: language.english, lines: lines.filter((line) => !line.includes(one.file)) };
    }),
    sections,
    date: editionDate(handout, handout.edition),
  };
}

function factsOf(status: TranslationStatus, { edition, date }: Handout, { tools }: PacketContext): Packet['facts'] {
  const { formats } = tools.source;
  const made = status.edition ?? edition;
  return [
    ['Handout', status.title],
    ['Language', `${tools.own.language.english} (${tools.own.language.tag})`],
    ['English edition', `${edition}, of ${formats.date(date)}`],
    ['Edition of the translation', `${made}, made from the English of ${formats.date(status.editionDate ?? date)}`],
    ['State', describeState(status, formats)],
    ['File', status.file ?? ''],
  ];
}

function describeSection(
  section: SectionStatus,
  parts: {
    rows: PacketRow[];
    sides: { source: Side; own: Side };
    status: TranslationStatus;
    handout: Handout;
  },
  { tools, glossary, referencesOf }: PacketContext,
  backTranslation: string | undefined,
): PacketSection {
  const { rows, sides, status, handout } = parts;
  const [locale, sourceLocale] = [tools.own.language.tag, tools.source.language.tag];
  const words = (side: Side): string => side.texts.map(({ text }) => text.text).join('\n');
  const figures = findFigures(
    { ...sides.source, facts: referencesOf(sourceLocale) },
    { ...sides.own, facts: referencesOf(locale) },
    locale,
  );
  const change = changeOf(section, status, handout);
  return {
    id: section.id,
    heading: section.id === 'title' ? 'Title' : section.id === 'summary' ? 'Summary' : section.name,
    marks: describeMarks(section),
    ...(change && { change }),
    rows,
    terms: findTerms(words(sides.source), words(sides.own), locale, glossary),
    ...(figures && { figures }),
    ...(backTranslation !== undefined && { backTranslation }),
  };
}

/** What changed since the translation of a section was made, or since it was checked. */
function changeOf(
  { id, madeIn, since, lapsed, change }: SectionStatus,
  { review }: TranslationStatus,
  handout: Handout,
): SourceChange | undefined {
  const seen = change !== null ? madeIn : lapsed === 'english' ? (review?.edition ?? null) : null;
  const before = seen === null ? undefined : handout.editions.get(seen);
  if (seen === null || !before) return undefined;
  const words = (text: HandoutText): string =>
    sideOf(id, text)
      .texts.map(({ text: { text: plain } }) => plain)
      .join('\n');
  const runs = compareWords(words(before), words(handout.source), handout.source.locale);
  return { since: seen, runs, notes: since.map(({ edition, note }) => `Edition ${edition}: ${note}`) };
}

function sideOf(id: string, text: HandoutText): Side {
  const ending = `${text.locale}-${id}`;
  if (id === 'title' || id === 'summary') {
    const { html, text: words, own } = text[id];
    return { texts: [{ text: { html: inlineHtml(html, ending), text: words } }], own, references: [] };
  }
  const section = allSections(text.sections).find((one) => one.id === id);
  return section ? sideOfSection(section, ending) : { texts: [], own: '', references: [] };
}

function sideOfSection(section: Section, ending: string): Side {
  const { blocks, pictures, references } = section;
  const shown = blockHtml(section, ending).map((text, index) => (index === 0 ? { label: 'Heading', text } : { text }));
  const described = pictures
    .filter(({ alt }) => alt !== '')
    .map(({ alt }) => ({ label: 'Picture, as it is read aloud', text: { html: escapeHtml(alt), text: alt } }));
  const own = blocks.map((block) => block.own).join('\n');
  return { texts: [...shown, ...described], own, references };
}

/** Blocks stand beside each other in their order: the press compares that both sections have the same. */
function pairSides(source: Side, own: Side): Omit<PacketRow, 'number'>[] {
  const length = Math.max(source.texts.length, own.texts.length);
  return Array.from({ length }, (_, index) => {
    const [original, translated] = [source.texts[index], own.texts[index]];
    const label = original?.label ?? translated?.label;
    return {
      ...(label !== undefined && { label }),
      ...(original && { source: original.text }),
      ...(translated && { translation: translated.text }),
    };
  });
}
