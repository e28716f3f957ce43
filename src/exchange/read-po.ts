import { type GetTextTranslation, type GetTextTranslations, po } from 'gettext-parser';
import { type Checked, error } from '../problem.ts';
import type { ReturnedFile, ReturnedUnit } from './returned.ts';

const CONTEXT = /^(?<of>[^#]+)#(?<group>[^#/]+)\/(?<rest>[^#/]+)$/;

/**
 * Reads a PO file that came back. The texts are raw Markdown, marks and all.
 * @throws nothing; a file that is not PO, or has a message twice, is a problem
 */
export function readPo(text: string, file: string): Checked<ReturnedFile> {
  const table = parsePo(text, file);
  if (!table.value) return { problems: table.problems };
  const { headers = {}, translations } = table.value;
  const locale = Object.entries(headers).find(([name]) => name.toLowerCase() === 'language')?.[1] ?? '';
  const messages = Object.values(translations)
    .flatMap((ofContext) => Object.values(ofContext))
    .filter(({ msgid }) => msgid !== '');
  if (locale.trim() === '') {
    const what = 'This file does not say its language, or is no PO file.';
    return { problems: [error(file, what, 'put "Language: es\\n", with the tag of its language, into its head.')] };
  }
  if (messages.length === 0) {
    return { problems: [error(file, 'There is no text in this file.', 'give a file that the press has exported.')] };
  }
  const lines = linesOfContexts(text);
  const units = messages.map((message): ReturnedUnit => unitOf(message, lines));
  return { value: { file, locale: locale.trim(), units }, problems: [] };
}

function parsePo(text: string, file: string): Checked<GetTextTranslations> {
  try {
    return { value: po.parse(text, { validation: true }), problems: [] };
  } catch (failure) {
    // The parser throws what it meets: errors of its own with a line, and others where a part is missing.
    const { message, lineNumber: line } = failure as Error & { lineNumber?: number };
    const reason = failure instanceof TypeError ? 'a message is not complete' : message.replace(/\.$/, '');
    const what = `This is not a PO file that can be read: ${reason}.`;
    return { problems: [error({ file, line }, what, 'correct it, or export it again.')] };
  }
}

function unitOf(
  { msgctxt = '', msgid, msgstr, comments }: GetTextTranslation,
  lines: ReadonlyMap<string, number>,
): ReturnedUnit {
  const { of = '', group, rest } = CONTEXT.exec(msgctxt)?.groups ?? {};
  const isFuzzy = (comments?.flag ?? '').split(/[\s,]+/).includes('fuzzy');
  const target = msgstr[0] ?? '';
  return {
    of,
    id: group === undefined ? msgctxt || msgid.slice(0, 40) : `${group}.${rest}`,
    source: [msgid],
    target: target === '' ? [] : [target],
    // In gettext an empty text is one not yet translated. OmegaT 3.6 so gives back what was fuzzy and was not touched.
    isLeft: target === '',
    isDone: !isFuzzy && target !== '',
    line: lines.get(msgctxt) ?? 1,
  };
}

function linesOfContexts(text: string): Map<string, number> {
  const lines = text.split('\n').map((line) => /^msgctxt "(.*)"\s*$/.exec(line)?.[1]);
  return new Map(lines.flatMap((context, index): [string, number][] => (context ? [[context, index + 1]] : [])));
}
