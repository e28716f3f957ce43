import { allSections, type HandoutText } from '../../handout/handout.ts';
import { warning } from '../../problem.ts';
import type { Term } from '../../translation/glossary.ts';
import { isExplained } from './explanation.ts';
import { termPattern } from '../../translation/term-pattern.ts';
import type { PlainLanguageCheck } from './source-text.ts';

/** A part of a handout that may use a term. */
interface Passage {
  blocks: readonly { text: string; line: number }[];
  /** False for what may leave the explanation to the sections. */
  mustExplain: boolean;
}

/** Where a term stands first without being explained. */
interface Use {
  form: string;
  line: number;
}

/**
 * PEMAT-P 4: medical terms are defined. A term that the glossary marks with `explain` must be explained at the latest in
 * the section where it first stands.
 */
export const checkJargon: PlainLanguageCheck = ({ text, glossary }) => {
  const passages = passagesOf(text);
  return Object.values(glossary.terms)
    .filter(({ explain }) => explain)
    .flatMap((term) => {
      const use = findUnexplained(passages, term);
      if (!use) return [];
      const what = `"${use.form}" is not explained where it first stands.`;
      const fix = 'say there what it means, such as "a biopsy (a small skin sample)" or "Sepsis is when …".';
      return [warning({ file: text.file, line: use.line }, what, fix)];
    });
};

function findUnexplained(passages: readonly Passage[], { source }: Term): Use | undefined {
  const patterns = source.map((form) => termPattern(form.normalize('NFC'), 'gi'));
  let named: Use | undefined;
  for (const { blocks, mustExplain } of passages) {
    const uses = blocks.flatMap(({ text, line }) =>
      usesIn(text.normalize('NFC'), patterns).map((use) => ({ ...use, line })),
    );
    const [first] = uses;
    if (!first) continue;
    if (uses.some(({ explained }) => explained)) return undefined;
    if (mustExplain) return first;
    named ??= first;
  }
  return named;
}

function usesIn(text: string, patterns: readonly RegExp[]): { form: string; explained: boolean }[] {
  return patterns
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .sort((a, b) => a.index - b.index)
    .map(({ 0: form, index }) => ({ form, explained: isExplained(text, index, index + form.length) }));
}

/** Title, summary and headings have no room to explain all they name. A section is its parts' beginning, not their whole. */
function passagesOf({ title, summary, sections }: HandoutText): Passage[] {
  return [
    { blocks: [title], mustExplain: false },
    { blocks: [summary], mustExplain: false },
    ...allSections(sections).flatMap(({ blocks: [heading, ...rest] }) => [
      { blocks: heading ? [heading] : [], mustExplain: false },
      { blocks: rest, mustExplain: true },
    ]),
  ];
}
