import type { Command } from 'commander';
import { counted } from '../counted.ts';
import { addContentOptions, type TypedOptions } from '../run-options.ts';
import type { Terminal } from '../terminal.ts';

interface CheckOptions extends TypedOptions {
  strict?: boolean;
  pages?: boolean;
}

/** `handouts check`: everything that can be wrong with the content, in seconds and without a browser. */
export function addCheck(program: Command, terminal: Terminal): void {
  addContentOptions(program.command('check'))
    .description('find everything that is wrong with the content, in seconds and without a browser')
    .option('--strict', 'let warnings count as errors')
    .option('--pages', 'make all pages, too, and read them back; takes many times as long')
    .action(async ({ strict = false, pages = false, ...typed }: CheckOptions) => {
      const started = performance.now();
      terminal.progress.stage('Checking the content');
      const { projectSettings } = await import('../project-settings.ts');
      const settings = await projectSettings(typed);
      const { checkContent } = await import('../../src/check-content.ts');
      const { problems, content, sheets } = await checkContent(settings, { withPages: pages });
      terminal.problems(strict ? problems.map((problem) => ({ ...problem, level: 'error' as const })) : problems);

      const warnings = problems.filter(({ level }) => level === 'warning').length;
      const errors = problems.length - warnings;
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      const found = `${counted(errors, 'error')}, ${counted(warnings, 'warning')} (${seconds} s)`;
      const { handouts = [], languages = [], records } = content ?? {};
      const read = content
        ? `${counted(handouts.length, 'handout')} in ${counted(languages.length, 'language')}: `
        : '';
      terminal.tell(terminal.colours.bold(read + found));
      const counts = { handouts: handouts.length, languages: languages.length, clinics: records?.clinics.length ?? 0 };
      terminal.answer({ ...(content && { ...counts, sheets }), errors, warnings });
    });
}
