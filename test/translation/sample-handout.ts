import type { Handout, HandoutText } from '../../src/handout/handout.ts';
import { readUnits } from '../../src/handout/units.ts';
import { parseSections } from '../../src/handout/parse-sections.ts';
import { createMarkdown } from '../../src/markup/create-markdown.ts';
import type { Picture } from '../../src/markup/picture.ts';
import { sampleContext } from '../markup/sample-context.ts';

const PICTURES = ['fever.svg', 'lump.svg', 'artery.svg'].map((name): [string, Picture] => [
  name,
  { name, viewBox: '0 0 10 10', drawing: '<path d="M1 1h8"/>' },
]);

/** A handout text with the given Markdown as its body, and three pictures it may show; the rest is a stand-in. */
export function sampleText(locale: string, body: string, change: Partial<HandoutText> = {}): HandoutText {
  const file = `${locale}.md`;
  const context = { ...sampleContext(locale), pictures: new Map(PICTURES) };
  const { value: sections = [] } = parseSections(createMarkdown(), body, context, file, 1);
  const line = { html: 'X', text: 'X', own: 'X', line: 1 };
  const units = readUnits(`---\ntitle: X\nsummary: X\n---\n${body}`, file);
  return { locale, file, title: line, summary: line, sections, units, edition: 2, isSound: true, ...change };
}

/** An English handout of edition 2, unreviewed unless said otherwise, with one translation. */
export function sampleHandout(source: HandoutText, translation: HandoutText, review?: Handout['review']): Handout {
  return {
    id: 'sample',
    code: 'SAM',
    edition: 2,
    date: '2026-11-23',
    revisions: [
      { edition: 2, date: '2026-11-23', change: 'meaning', note: 'More of it.' },
      { edition: 1, date: '2026-10-01', change: 'meaning', note: 'First edition.' },
    ],
    editions: new Map([[2, source]]),
    sources: [],
    review: review ?? { state: 'unreviewed' },
    source,
    texts: [source, translation],
  };
}

/** The hash of each unit of a text, as a review keeps it. */
export function hashesOf({ units }: HandoutText): Record<string, string> {
  return Object.fromEntries([...units.values()].map(({ id, hash }) => [id, hash]));
}
