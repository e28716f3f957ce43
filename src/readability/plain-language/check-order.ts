import { allSections, type Section } from '../../handout/handout.ts';
import { warning } from '../../problem.ts';
import { splitSentences } from '../split-sentences.ts';
import { isAction } from './actions.ts';
import type { PlainLanguageCheck } from './source-text.ts';

/**
 * Clear Communication Index 2 and 5 (the main message at the top, a call to action) and PEMAT-P 10 (a logical order): what
 * a reader must do stands first, and danger signs before everything.
 */
export const checkOrder: PlainLanguageCheck = ({ text: { file, sections, locale } }) => {
  const danger = sections.findIndex(isDanger);
  const first = sections[0];
  const section = sections[danger];
  if (section && danger > 0) {
    const before = danger === 1 ? 'another section' : `${danger} other sections`;
    const what = `The danger signs {#${section.id}} stand behind ${before}.`;
    return [warning({ file, line: section.line }, what, 'move them to the top: a reader may not get further.')];
  }
  if (!first || section || sentencesIn(first, locale).some(isAction)) return [];
  const what = `The first section {#${first.id}} tells the reader nothing to do.`;
  const fix =
    'begin with the most important thing to do, such as "Call your clinic the same day.", or with the danger signs.';
  return [warning({ file, line: first.line }, what, fix)];
};

function isDanger(section: Section): boolean {
  return allSections([section]).some(({ kind }) => kind === 'danger' || kind === 'emergency' || kind === 'urgent');
}

function sentencesIn(section: Section, locale: string): string[] {
  return allSections([section]).flatMap(({ blocks }) => blocks.flatMap(({ text }) => splitSentences(text, locale)));
}
