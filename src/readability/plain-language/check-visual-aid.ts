import { allSections } from '../../handout/handout.ts';
import { warning } from '../../problem.ts';
import type { PlainLanguageCheck } from './source-text.ts';

/** PEMAT-P 15: visual aids are used wherever they make it easier to understand. None at all is a missed chance. */
export const checkVisualAid: PlainLanguageCheck = ({ text: { file, sections, title } }) => {
  if (allSections(sections).some(({ pictures }) => pictures.length > 0)) return [];
  const fix =
    'add icons to the danger signs, or a drawing where one says it better: ![what it shows](../../pictures/….svg "label").';
  return [warning({ file, line: title.line }, 'The handout has no picture.', fix)];
};
