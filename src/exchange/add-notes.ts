import type { Glossary } from '../translation/glossary.ts';
import { termsIn } from '../translation/check-terms.ts';
import type { ExchangeFile, ExchangeGroup, ExchangePassage, Note } from './exchange-file.ts';
import type { PassageKind } from './passage.ts';

const KIND_NAMES: Record<PassageKind, string> = {
  title: 'title of the handout',
  summary: 'summary, at the top of the sheet',
  heading: 'heading',
  paragraph: 'paragraph',
  item: 'list item',
  cell: 'table cell',
  description: 'what somebody hears who cannot see the picture',
  label: 'label below the picture',
  string: 'text of the website or sheet',
};

const SECTION_KINDS: Record<string, string> = {
  danger: 'the box of danger signs',
  emergency: 'a box: call the emergency number now',
  urgent: 'a box: call the care team the same day',
  caution: 'a box of something that must not be overlooked',
  checklist: 'a list with boxes to tick',
  worksheet: 'something to fill in by hand',
};

/** A translation this much longer than its language mostly is, against the source, is worth a second look. */
const MUCH_LONGER = 1.3;
/** Shorter texts vary more than that by chance. */
const WORTH_MEASURING = 30;

/**
 * Tells translators of each passage where it stands, which terms are agreed for it, how long it is and what the source
 * said before.
 */
export function addNotes(file: ExchangeFile, glossary: Glossary): ExchangeFile {
  const usual = usualRatio(file);
  const groups = file.groups.map((group) => {
    const passages = group.passages.map((passage) => {
      const notes: Note[] = [
        ...noteOfPlace(group, passage),
        ...passage.notes,
        ...notesOfFormer(group, passage),
        ...notesOfTerms(passage.source, file.locale, glossary),
        ...notesOfLength(passage, usual),
      ];
      return { ...passage, notes };
    });
    return { ...group, passages };
  });
  return { ...file, groups };
}

function noteOfPlace({ title, kind }: ExchangeGroup, passage: ExchangePassage): Note[] {
  // The words themselves say it.
  const isWhole = ['title', 'summary', 'heading', 'string'].includes(passage.kind);
  const inside = isWhole ? '' : ` in “${title}”`;
  const section = kind === undefined ? '' : ` (${SECTION_KINDS[kind] ?? kind})`;
  return [{ category: 'place', text: `${capitalised(KIND_NAMES[passage.kind])}${inside}${section}` }];
}

function notesOfFormer({ stale }: ExchangeGroup, { former, target }: ExchangePassage): Note[] {
  if (former !== undefined) return [{ category: 'former', text: `Before, the source said: ${former}` }];
  if (stale === undefined || target !== undefined) return [];
  return [{ category: 'former', text: 'New in the source since this section was translated.' }];
}

function notesOfTerms(source: string, locale: string, glossary: Glossary): Note[] {
  return termsIn(source, glossary).flatMap(({ source: [term = ''], note, translations }): Note[] => {
    const agreed = translations[locale];
    if (!agreed && note === undefined) return [];
    const { use, forms = [], avoid = [], reason } = agreed ?? {};
    const parts = [
      `${term} → ${use ?? '(no word agreed yet)'}`,
      ...(forms.length > 0 ? [`also right: ${forms.join(', ')}`] : []),
      ...(avoid.length > 0 ? [`never: ${avoid.join(', ')}`] : []),
      ...[note, reason].flatMap((text) => (text === undefined ? [] : [text.replace(/\.$/, '')])),
    ];
    return [{ category: 'glossary', text: `${parts.join('; ')}.` }];
  });
}

function notesOfLength({ source, target }: ExchangePassage, usual: number | undefined): Note[] {
  const lengths = `Source: ${lengthOf(source)} characters`;
  if (target === undefined) return [{ category: 'length', text: `${lengths}.` }];
  const ratio = lengthOf(target) / lengthOf(source);
  const isLong = usual !== undefined && ratio > usual * MUCH_LONGER && lengthOf(source) >= WORTH_MEASURING;
  const hint = isLong
    ? ` This is longer than this language mostly is (${percent(ratio)} of the source; the whole text: ${percent(usual)}). The sheet has two pages: shorten it if you can.`
    : '';
  return [{ category: 'length', text: `${lengths}; present translation: ${lengthOf(target)}.${hint}` }];
}

/** How long the translations of a file are against their sources, taken together. */
function usualRatio({ groups }: ExchangeFile): number | undefined {
  const pairs = groups.flatMap(({ passages }) => passages).filter(({ target }) => target !== undefined);
  if (pairs.length === 0) return undefined;
  const sum = (of: (passage: ExchangePassage) => string): number =>
    pairs.reduce((total, passage) => total + lengthOf(of(passage)), 0);
  return sum(({ target = '' }) => target) / sum(({ source }) => source);
}

/** What a reader counts as letters: a vowel sign of Khmer belongs to its consonant. */
function lengthOf(text: string): number {
  return [...new Intl.Segmenter('en').segment(text)].length;
}

function percent(ratio: number): string {
  return `${Math.round(ratio * 100)} %`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
