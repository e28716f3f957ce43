import type { TextPair } from '../../src/translation/text-pair.ts';

/** A section of a translation beside its source, which is English; neither has facts or foreign words in it. */
export function samplePair(locale: string, source: string, translated: string): TextPair {
  return {
    locale,
    name: 'The section {#tests}',
    source: { text: source, own: source, where: { file: 'en.md', line: 3 } },
    translated: { text: translated, own: translated, where: { file: `${locale}.md`, line: 5 } },
  };
}
