import type { WriteStream } from 'node:tty';
import pc from 'picocolors';
import type { BuildReport, Progress } from '../src/pipeline.ts';
import { formatProblem, type Problem } from '../src/problem.ts';

/** What a person at the terminal sees of a build. */
export interface Terminal {
  progress: Progress;
  summary(report: BuildReport, output: string, milliseconds: number): void;
  problems(problems: readonly Problem[]): void;
}

/** Writes progress on one line that is overwritten where the terminal can, else a line per stage. */
export function createTerminal(out: Pick<WriteStream, 'write' | 'isTTY'>): Terminal {
  const line = (text = '') => out.write(`${out.isTTY ? '\r\u001b[K' : ''}${text}\n`);
  return {
    progress: {
      stage: (name) => line(`${name} …`),
      step: (id, done, total) => {
        if (out.isTTY) out.write(`\r\u001b[K  ${done} of ${total}  ${id}`);
      },
      tell: (message) => line(pc.yellow(message)),
    },
    summary: (report, output, milliseconds) => summaryLines(report, output, milliseconds).forEach(line),
    problems: (problems) => {
      for (const problem of problems) line(paint(problem));
      const errors = problems.filter(({ level }) => level === 'error').length;
      line(
        pc.bold(
          `${counted(errors, 'problem')}. Nothing was published; the last output, if there is one, is unchanged.`,
        ),
      );
    },
  };
}

function paint(problem: Problem): string {
  const text = formatProblem(problem);
  return problem.level === 'error'
    ? text.replace('error', pc.red('error'))
    : text.replace('warning', pc.yellow('warning'));
}

function summaryLines({ printed, manifest, warnings }: BuildReport, output: string, milliseconds: number): string[] {
  const pages = manifest.filter(({ path }) => path.endsWith('.html')).length;
  const sheets = new Set(printed.map(({ sheet }) => sheet));
  const locales = [...new Set(printed.map(({ sheet }) => sheet.language))];
  const rows = locales.map((language) => {
    const own = printed.filter(({ sheet }) => sheet.language === language);
    const sheets = [...new Set(own.map(({ sheet }) => sheet))];
    const largest = Math.max(...own.map(({ bytes }) => bytes.length));
    const smallestText = Math.min(...own.map(({ points }) => points));
    const drafts = sheets.filter(({ isDraft }) => isDraft).length;
    return [
      `  ${language.tag.padEnd(8)} ${language.english.padEnd(22)}`,
      `${String(sheets.length).padStart(4)} sheets in ${own.length} PDFs`,
      `text ${smallestText} pt or larger`.padStart(24),
      `up to ${Math.ceil(largest / 1000)} kB`.padStart(14),
      drafts > 0 ? `  ${counted(drafts, 'draft')}` : '',
    ].join('');
  });
  return [
    '',
    ...warnings.map(paint),
    ...(warnings.length > 0 ? [''] : []),
    pc.bold(
      `${pages} pages and ${counted(sheets.size, 'sheet')} in ${printed.length} PDFs are in ${output}/ (${(milliseconds / 1000).toFixed(1)} s, ${counted(warnings.length, 'warning')})`,
    ),
    ...rows,
    `  Open ${output}/index.html for the website; the sheets are in ${output}/print/.`,
  ];
}

function counted(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
