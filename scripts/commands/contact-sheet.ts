import type { Command } from 'commander';
import type { Terminal } from '../terminal.ts';

/** `handouts contact-sheet`: the picture of a handout in all languages that the README shows. */
export function addContactSheet(program: Command, terminal: Terminal): void {
  program
    .command('contact-sheet')
    .description('draw the front pages of a handout in all languages as one picture, from the PDFs in dist/')
    .argument('[handout]', 'which handout', 'calciphylaxis')
    .action(async (handout: string) => {
      const { drawContactSheet } = await import('../contact-sheet.ts');
      const drawn = await drawContactSheet(handout, terminal.progress);
      terminal.tell(`${drawn.picture}: ${handout} in ${drawn.languages} languages`);
      terminal.answer({ handout, ...drawn });
    });
}
