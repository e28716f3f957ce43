import { allSections, type Handout, type HandoutText } from '../handout/handout.ts';
import type { LanguageTools } from '../i18n/language-tools.ts';
import { escapeHtml, foreignText, type InlineText } from '../markup/inline-text.ts';
import { freshnessOf } from '../translation/freshness.ts';
import { originalsOf } from '../translation/originals.ts';
import { expiredUnits } from '../translation/review-state.ts';
import { isBorrowed, type ToldChange, toldChanges } from '../translation/told-changes.ts';
import { type Reservation, reservationsOf } from '../translation/translation-state.ts';
import { endIds } from './move-html.ts';
import { quotedInline } from './quoted-inline.ts';

/** A warning to the reader, in the sheet's language and in English for staff. */
export interface Notice extends InlineText {
  name: Reservation;
  /** Of a notice of changed sections: how grave the gravest is. It stands by itself, so that it is seen. */
  change?: ToldChange['change'];
  /** Missing on a sheet that is in the source language itself. */
  staff?: InlineText;
}

/** A unit that a notice names. */
type NamedUnit = Pick<ToldChange, 'id' | 'isBorrowed'>;

/** The changes that a notice names, where it names any. */
const NAMED: Partial<Record<Reservation, ToldChange['change']>> = { staleSafety: 'safety', staleMeaning: 'meaning' };

/**
 * What is still open about a text, for its reader and for staff. Changed sections are named by the headings that the
 * reader finds on the sheet, but in the reader's language wherever that heading still says what the source says.
 */
export function buildNotices(
  text: HandoutText,
  handout: Handout,
  { tools, source }: { tools: LanguageTools; source: LanguageTools },
): Notice[] {
  const told = withoutPartsOfNamed(toldChanges(handout, text), handout);
  return reservationsOf(text, handout).map((name): Notice => {
    const change = NAMED[name];
    const named = name === 'expired' ? lapsedUnits(text, handout) : told.filter((one) => one.change === change);
    const own = named.map((one) => nameForReader(one, text, handout, { tools, source, place: name }));
    const forStaff = named.map(({ id }) => nameInSource(id, handout, source, `staff-${name}`, false));
    return {
      name,
      ...(change && { change }),
      ...quotedInline(tools, `notice.${name}`, own),
      ...(tools !== source && { staff: quotedInline(source, `notice.${name}`, forStaff) }),
    };
  });
}

/** What has changed since somebody qualified checked it. */
function lapsedUnits(text: HandoutText, handout: Handout): NamedUnit[] {
  const units = new Map(freshnessOf(handout, text).map((unit) => [unit.id, unit]));
  return expiredUnits(handout, text).map((id) => {
    const unit = units.get(id);
    return { id, isBorrowed: unit !== undefined && isBorrowed(unit) };
  });
}

/** A part is within its section: where that is named, the part need not be. */
function withoutPartsOfNamed(told: readonly ToldChange[], { source }: Handout): ToldChange[] {
  const sectionOf = (id: string) => source.sections.find(({ parts }) => parts.some((part) => part.id === id))?.id;
  return told.filter(({ id, change }) => !told.some((other) => other.id === sectionOf(id) && other.change === change));
}

function nameForReader(
  { id, isBorrowed: hasSourceWords }: NamedUnit,
  text: HandoutText,
  handout: Handout,
  { tools, source, place }: { tools: LanguageTools; source: LanguageTools; place: string },
): InlineText {
  if (id === 'title') return isolated(text.title, place);
  // The word above a summary is the press's own.
  if (id === 'summary') return plain(tools.t('handout.summary'));
  const own = headingOf(id, text);
  const isOfToday = !hasSourceWords || hasSameHeading(id, text, handout);
  return own && isOfToday ? isolated(own, place) : nameInSource(id, handout, source, place);
}

/** True if the source calls a section what it called it when it was translated. */
function hasSameHeading(id: string, text: HandoutText, handout: Handout): boolean {
  const original = originalsOf(handout, text).sections.find(({ words }) => words.id === id);
  return original !== undefined && original.words.heading.text === headingOf(id, handout.source)?.text;
}

/**
 * What the source calls a section, the summary or the handout.
 * @param place tells its ids from those of the same words elsewhere on the page
 * @param isForeign whether the words around it are in another language
 */
export function nameInSource(
  id: string,
  { source: text }: Handout,
  { language, t }: LanguageTools,
  place: string,
  isForeign = true,
): InlineText {
  const name = id === 'summary' ? t('handout.summary') : (id === 'title' ? text.title : headingOf(id, text))?.text;
  if (name === undefined) throw new Error(`The source has no section ${id}, and yet it was found changed.`);
  return isForeign ? foreignText(name, language.tag, `notice-${place}-${id}`, language.dir) : plain(name);
}

function headingOf(id: string, { sections }: HandoutText): InlineText | undefined {
  return allSections(sections).find((section) => section.id === id)?.heading;
}

function plain(text: string): InlineText {
  return { text, html: escapeHtml(text) };
}

/** A heading within a sentence: kept apart from it, without its links, and with ids of its own. */
function isolated({ text, html }: InlineText, place: string): InlineText {
  return { text, html: `<bdi>${endIds(html.replaceAll(/<(?!\/?bdi\b)[^>]*>/g, ''), place)}</bdi>` };
}
