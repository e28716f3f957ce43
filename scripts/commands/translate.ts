import type { Command } from 'commander';
import { addFolderOption } from '../run-options.ts';
import type { Terminal } from '../terminal.ts';
import { addTranslateAccept } from './translate-accept.ts';

/** `handouts translate`: gives translations to translators and takes them back. */
export function addTranslate(program: Command, terminal: Terminal): void {
  const translate = program.command('translate').description('exchange translations with translators and their tools');
  addFolderOption(translate.command('export'))
    .argument('<language>', 'tag of the language to translate into, such as es')
    .description('write what is to be translated, for a translation program')
    .option('--format <format>', 'xliff (XLIFF 2.1) or po (gettext)', 'xliff')
    .option('--output <folder>', 'where the files go (default: to-translate/LANGUAGE)')
    .option('--handout <id...>', 'these handouts only')
    .action(async (language: string, typed: ExportOptions) => {
      const { exportTranslation } = await import('../export-translation.ts');
      await exportTranslation(language, typed, terminal);
    });
  addFolderOption(translate.command('import'))
    .argument('<file...>', 'XLIFF 2 or PO files that came back')
    .description('take back what translators and their programs have done')
    .option('--dry-run', 'show what would change, and change nothing')
    .option('--made-by <maker>', 'who made a translation that is new here: person or machine', 'machine')
    .action(async (files: string[], typed: ImportOptions) => {
      terminal.onErrors('Nothing was imported.');
      const { importFiles } = await import('../import-files.ts');
      await importFiles(files, typed, terminal);
    });
  addTranslateAccept(translate, terminal);
}

/** Options of the export as they were typed. */
export interface ExportOptions {
  content?: string;
  format: string;
  output?: string;
  handout?: string[];
}

/** Options of the import as they were typed. */
export interface ImportOptions {
  content?: string;
  dryRun?: boolean;
  madeBy: string;
}
