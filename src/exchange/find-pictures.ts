import type { Range } from './passage.ts';
import type { Line } from './split-markdown.ts';

/** The words of a picture, and where they stand. */
export interface PictureWords {
  description: { text: string; range: Range };
  /** Without the backslash before a quotation mark. */
  label: { text: string; range: Range };
}

const PICTURE = /!\[((?:\\.|[^\]\\])+)\]\([^\s)]+\s+"((?:\\.|[^"\\])+)"\)/g;

/**
 * Finds the words of the pictures of a paragraph that holds nothing else.
 * @param content the paragraph, as markdown-it gives it
 * @param contents its lines without indentation
 * @param lines the same lines as they stand in the file
 * @returns nothing for a paragraph of another kind
 */
export function findPictures(
  content: string,
  contents: readonly string[],
  lines: readonly Line[],
): PictureWords[] | undefined {
  if (!content.startsWith('![') || content.replaceAll(PICTURE, '').trim() !== '') return undefined;
  return contents.flatMap((text, index) => {
    const line = lines[index];
    const indent = (line?.start ?? 0) + (line?.text.trimEnd().length ?? 0) - text.length;
    return [...text.matchAll(PICTURE)].map(({ index: at, 0: whole, 1: description = '', 2: label = '' }) => {
      const from = indent + at + '!['.length;
      const to = indent + at + whole.length - '")'.length;
      return {
        description: { text: description, range: { start: from, end: from + description.length } },
        label: { text: label.replaceAll('\\"', '"'), range: { start: to - label.length, end: to } },
      };
    });
  });
}
