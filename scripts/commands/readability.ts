import type { Command } from 'commander';
import { addContentOptions, type TypedOptions } from '../run-options.ts';
import type { Terminal } from '../terminal.ts';

/** `handouts readability [handout]`: how hard the texts are to read. */
export function addReadability(program: Command, terminal: Terminal): void {
  addContentOptions(program.command('readability [handout]'))
    .description('tell how hard the texts are to read, of one handout or of all, and what would make them easier')
    .option('--language <tag>', 'only the texts in this language, such as es')
    .action(async (id: string | undefined, typed: TypedOptions & { language?: string }) => {
      const { readReadability } = await import('../read-readability.ts');
      const { measured, problems } = await readReadability(typed, { id, locale: typed.language });
      const { readabilityTable } = await import('../../src/readability/readability-table.ts');
      for (const line of readabilityTable(measured)) terminal.tell(line);
      terminal.tell();
      terminal.problems(problems);
      terminal.answer(measured);
    });
}
