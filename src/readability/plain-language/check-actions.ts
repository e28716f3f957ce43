import { allSections, type HandoutText } from '../../handout/handout.ts';
import { type Problem, warning } from '../../problem.ts';
import { isAction } from './actions.ts';
import type { PlainLanguageCheck, SourceText } from './source-text.ts';

const YOU = /\b(?:you|your|yours|yourself)\b/i;
/** As many actions in a row are steps, also without numbers. */
const STEPS = 2;

/**
 * PEMAT-P 20 (at least one action), 21 (the user is addressed directly), 22 and 23 (explicit steps, a tool such as a
 * checklist). One thing at a time: a text without any action lacks steps too, which need not be said.
 */
export const checkActions: PlainLanguageCheck = (source) => {
  const { text, sentences } = source;
  const where = { file: text.file, line: text.title.line };
  const problems: Problem[] = [];
  if (!sentences.some((sentence) => YOU.test(sentence.text))) {
    problems.push(
      warning(
        where,
        'The handout never says "you" or "your".',
        'speak to the reader: "Ask your doctor", not "Patients should ask".',
      ),
    );
  }
  if (!sentences.some((sentence) => isAction(sentence.text))) {
    const fix = 'say what to do, in a sentence that begins with it: "Call your clinic."';
    problems.push(warning(where, 'The handout tells its reader nothing to do.', fix));
  } else if (!hasSteps(source)) {
    const fix = 'add a numbered list, a list that says what to do, or a section of the kind .checklist.';
    problems.push(warning(where, 'The handout has no steps and no checklist.', fix));
  }
  return problems;
};

function hasSteps({ text }: SourceText): boolean {
  return allSections(text.sections).some((section) => {
    if (section.kind === 'checklist' || section.kind === 'worksheet' || /<ol\b/.test(section.html)) return true;
    return actionsIn(section.blocks) >= STEPS;
  });
}

function actionsIn(blocks: HandoutText['sections'][number]['blocks']): number {
  return blocks.filter(({ kind, text }) => kind === 'item' && isAction(text)).length;
}
