import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { PROJECT } from '../project.ts';
import type { Terminal } from '../terminal.ts';

/** `handouts guide`: writes the author guide of the README from the schemas. */
export function addGuide(program: Command, terminal: Terminal): void {
  program
    .command('guide')
    .description('write the tables of the author guide in README.md, from the schemas')
    .action(async () => {
      const { insertGuide } = await import('../author-guide.ts');
      const file = join(PROJECT, 'README.md');
      const before = await readFile(file, 'utf8');
      const after = insertGuide(before);
      await writeFile(file, after);
      terminal.tell(after === before ? 'README.md was up to date.' : 'README.md has a new author guide.');
      terminal.answer({ file, isChanged: after !== before });
    });
}
