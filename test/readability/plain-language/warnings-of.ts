import type { HandoutText } from '../../../src/handout/handout.ts';
import { formatProblem } from '../../../src/problem.ts';
import type { PlainLanguageCheck } from '../../../src/readability/plain-language/source-text.ts';
import { readSentences } from '../../../src/readability/read-sentences.ts';
import { languageNamed } from '../../language-named.ts';
import { sampleGlossary } from '../../translation/sample-glossary.ts';
import { sampleText } from '../../translation/sample-handout.ts';

const ENGLISH = languageNamed('en');

const GLOSSARY = await sampleGlossary(`terms:
  illness: { source: [calciphylaxis], translations: {}, explain: true }
  biopsy: { source: [biopsy, biopsies], translations: {}, explain: true }
  sepsis: { source: [sepsis], translations: {}, explain: true }
  dialysis: { source: [dialysis], translations: {} }
`);

/** A title or summary in front matter. */
export function heading(text: string, line = 2): HandoutText['title'] {
  return { html: text, text, own: text, line };
}

/**
 * What a check says of an English source, as the terminal tells it.
 * @param body Markdown; without a `##` it gets one
 */
export function warningsOf(check: PlainLanguageCheck, body: string, change: Partial<HandoutText> = {}): string {
  const text = sampleText('en', body.startsWith('#') ? body : `## About it {#about}\n\n${body}`, change);
  const source = { text, glossary: GLOSSARY, sentences: readSentences(text, ENGLISH) };
  return check(source).map(formatProblem).join('\n');
}
