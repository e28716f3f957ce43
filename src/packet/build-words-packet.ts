import type { Records } from '../clinic/read-records.ts';
import { type Catalogue, flattenCatalogue, STAFF_STRINGS } from '../i18n/messages.ts';
import { escapeHtml } from '../markup/inline-text.ts';
import type { Glossary } from '../translation/glossary.ts';
import { pairCatalogues, pairRecords } from '../translation/pair-records.ts';
import type { TextPair } from '../translation/text-pair.ts';
import { WORDS_NAMES, type WordsReview } from '../translation/words-review.ts';
import type { LanguageTools } from '../i18n/language-tools.ts';
import { findFigures } from './find-figures.ts';
import { findTerms } from './find-terms.ts';
import type { Packet, PacketRow, PacketSection, PacketText } from './packet.ts';

/** What the packet of the words around the handouts is made from. */
export interface WordsContext {
  tools: { own: LanguageTools; source: LanguageTools };
  catalogues: ReadonlyMap<string, Catalogue>;
  /** What translators are told of each string. */
  notes: Catalogue;
  records: Records;
  glossary: Glossary;
  review: WordsReview | undefined;
  /** ISO date that its PDF carries: words have no edition of their own. */
  date: string;
}

/** Puts the words around the handouts of one language beside the source: the strings of pages and sheets, and of programs. */
export function buildWordsPacket(context: WordsContext): Packet {
  const { tools, catalogues, records, notes, date, review } = context;
  const { own, source } = tools;
  const ofLanguage = (pairs: TextPair[]): TextPair[] => pairs.filter(({ locale }) => locale === own.language.tag);
  const strings = groupByPlace(ofLanguage(pairCatalogues(catalogues, source.language.tag)));
  const groups = [
    ...[...strings].map(([place, pairs]) => ({ id: place, heading: `Strings: ${place}`, pairs })),
    {
      id: 'records',
      heading: 'Texts of clinics and programs',
      pairs: ofLanguage(pairRecords(records, source.language.tag)),
    },
  ].filter(({ pairs }) => pairs.length > 0);
  const noteOf = flattenCatalogue(notes);
  let number = 0;
  return {
    id: 'words',
    title: 'Words around the handouts',
    language: own.language,
    source: source.language,
    code: `WORDS-${own.language.tag}`,
    facts: [
      ['Language', `${own.language.english} (${own.language.tag})`],
      ['State', describeReview(review)],
      ['Placeholders', 'What stands in {{double braces}} is filled in by the press: a name, a date, a number.'],
    ],
    doubts: [],
    readability: [],
    sections: groups.map(({ id, heading, pairs }): PacketSection => {
      const rows = pairs.map((pair): PacketRow => rowOf(pair, ++number, noteOf));
      return { id, heading, marks: [], rows, ...compare(pairs, context) };
    }),
    date,
  };
}

function groupByPlace(pairs: readonly TextPair[]): Map<string, TextPair[]> {
  const groups = new Map<string, TextPair[]>();
  for (const pair of pairs) {
    const [place = ''] = keyOf(pair).split('.');
    if (place === STAFF_STRINGS) continue;
    groups.set(place, [...(groups.get(place) ?? []), pair]);
  }
  return groups;
}

/** Pairs of strings are named `"place.purpose"`. */
function keyOf({ name }: TextPair): string {
  return name.replaceAll('"', '');
}

function rowOf(pair: TextPair, number: number, noteOf: ReadonlyMap<string, string>): PacketRow {
  const note = noteOf.get(keyOf(pair));
  const show = ({ text }: TextPair['source']): PacketText => ({ html: escapeHtml(text), text });
  return {
    ...{ number, label: keyOf(pair), source: show(pair.source), translation: show(pair.translated) },
    ...(note !== undefined && { note }),
  };
}

function compare(
  pairs: readonly TextPair[],
  { tools, glossary }: WordsContext,
): Pick<PacketSection, 'terms' | 'figures'> {
  const locale = tools.own.language.tag;
  const joined = (side: 'source' | 'translated', kind: 'text' | 'own'): string =>
    pairs.map((pair) => pair[side][kind]).join('\n');
  const sideOf = (side: 'source' | 'translated') => ({ own: joined(side, 'own'), references: [], facts: new Map() });
  const figures = findFigures(sideOf('source'), sideOf('translated'), locale);
  return {
    terms: findTerms(joined('source', 'text'), joined('translated', 'text'), locale, glossary),
    ...(figures && { figures }),
  };
}

function describeReview(review: WordsReview | undefined): string {
  if (review?.record.state !== 'reviewed') {
    return review?.state === 'humanDraft'
      ? 'A draft made by a person. Nobody has reviewed it yet.'
      : 'A draft made by a computer. Nobody has reviewed it yet.';
  }
  const { name, qualification, date } = review.record;
  const by = `Reviewed by ${name} (${qualification}) on ${date}`;
  if (review.lapsed.length === 0) return `${by}.`;
  return `${by}. Changed after that: ${review.lapsed.map((kind) => WORDS_NAMES[kind]).join(', ')}.`;
}
