import { type Checked, error } from '../problem.ts';

/** A content file in its two parts, each with the line of the file on which it starts. */
export interface SplitFile {
  yaml: string;
  yamlLine: number;
  body: string;
  bodyLine: number;
}

/** Splits a Markdown file at the two `---` lines that enclose its front matter. */
export function splitFrontMatter(text: string, file: string): Checked<SplitFile> {
  const lines = text.split('\n');
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  if (lines[0]?.trimEnd() !== '---' || end === -1) {
    const what = 'The front matter is missing: the title, the summary and the rest between two lines of three dashes.';
    return { problems: [error({ file, line: 1 }, what, 'start the file with it; copy the form of another handout.')] };
  }
  return {
    value: {
      yaml: lines.slice(1, end).join('\n'),
      yamlLine: 2,
      body: lines.slice(end + 1).join('\n'),
      bodyLine: end + 2,
    },
    problems: [],
  };
}
