import type { WriteStream } from 'node:tty';
import pc from 'picocolors';
import type { Progress } from '../src/pipeline.ts';
import { formatProblem, type Problem } from '../src/problem.ts';
import type { BuildSummary, LanguageSummary } from './build-summary.ts';

/** What a person at the terminal sees of a build. */
export interface Terminal {
  progress: Progress;
  summary(summary: BuildSummary, output: string, milliseconds: number): void;
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
    summary: (summary, output, milliseconds) => summaryLines(summary, output, milliseconds).forEach(line),
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

function summaryLines(summary: BuildSummary, output: string, milliseconds: number): string[] {
  const { pages, sheets, pdfs, languages, network, warnings } = summary;
  return [
    '',
    ...warnings.map(paint),
    ...(warnings.length > 0 ? [''] : []),
    pc.bold(
      `${pages} pages and ${counted(sheets, 'sheet')} in ${pdfs} PDFs are in ${output}/ (${(milliseconds / 1000).toFixed(1)} s, ${counted(warnings.length, 'warning')})`,
    ),
    ...languages.map(languageLine),
    ...(network.pdfs > 0 ? [networkLine(network)] : []),
    pages > 0
      ? `  Open ${output}/index.html for the website; the sheets are in ${output}/print/.`
      : `  The sheets are in ${output}/print/. There is no website with them: only a part was asked for.`,
  ];
}

function languageLine({ tag, english, sheets, pdfs, smallestText, largestBytes, drafts }: LanguageSummary): string {
  return [
    `  ${tag.padEnd(8)} ${english.padEnd(22)}`,
    `${String(sheets).padStart(4)} sheets in ${pdfs} PDFs`,
    `text ${smallestText} pt or larger`.padStart(24),
    `up to ${Math.ceil(largestBytes / 1000)} kB`.padStart(14),
    drafts > 0 ? `  ${counted(drafts, 'draft')}` : '',
  ].join('');
}

function networkLine({ clinics, pdfs, bytes }: BuildSummary['network']): string {
  return `  ${counted(clinics, 'clinic')} of the network: ${counted(pdfs, 'PDF')}, ${Math.ceil(bytes / 1e6)} MB`;
}

function counted(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
