import { warning } from '../../problem.ts';
import { createTermRemover } from '../named-terms.ts';
import { splitWords } from '../split-words.ts';
import type { PlainLanguageCheck } from './source-text.ts';

/** PEMAT-P 1: the purpose is evident. A title that is nothing but the name of an illness does not say what the sheet is for. */
export const checkPurpose: PlainLanguageCheck = ({ text: { file, title, locale }, glossary }) => {
  const words = splitWords(title.text, locale);
  const others = splitWords(createTermRemover(glossary)(title.text), locale);
  if (words.length > 1 && others.length > 0) return [];
  const what = `The title "${title.text}" does not say what the handout is for.`;
  const fix = 'add it, such as "Calciphylaxis: what it is and when to get help".';
  return [warning({ file, line: title.line }, what, fix)];
};
