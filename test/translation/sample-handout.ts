import type { Handout, HandoutText } from '../../src/handout/handout.ts';
import { parseSections } from '../../src/handout/parse-sections.ts';
import { createMarkdown } from '../../src/markup/create-markdown.ts';
import { sampleContext } from '../markup/sample-context.ts';

/** A handout text with the given Markdown as its body; everything else is a stand-in. */
export function sampleText(locale: string, body: string, change: Partial<HandoutText> = {}): HandoutText {
  const file = `${locale}.md`;
  const { value: sections = [] } = parseSections(createMarkdown(), body, sampleContext(locale), file, 1);
  const line = { html: 'X', text: 'X', line: 1 };
  return { locale, file, title: line, summary: line, sections, edition: 2, isSound: true, ...change };
}

/** An English handout of edition 2, unreviewed unless said otherwise, with one translation. */
export function sampleHandout(source: HandoutText, translation: HandoutText, review?: Handout['review']): Handout {
  return {
    id: 'sample',
    code: 'SAM',
    edition: 2,
    date: '2026-11-23',
    sources: [],
    review: review ?? { state: 'unreviewed' },
    source,
    texts: [source, translation],
  };
}
