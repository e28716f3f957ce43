import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { PROJECT } from '../project.ts';
import type { Terminal } from '../terminal.ts';

/** `handouts check-pdf`: the outside judge of accessible PDFs. */
export function addCheckPdf(program: Command, terminal: Terminal): void {
  program
    .command('check-pdf')
    .description('have veraPDF judge every PDF of a finished build by PDF/UA and PDF/A')
    .option('--output <folder>', 'where the finished site and sheets are (default: dist)')
    .option('--require', 'fail where Java, Maven or veraPDF is missing (default: say so, and end well)')
    .action(async ({ output = join(PROJECT, 'dist'), require = false }: { output?: string; require?: boolean }) => {
      const { checkPdfs } = await import('../check-pdf.ts');
      await checkPdfs(resolve(output), { terminal, isRequired: require });
    });
}
