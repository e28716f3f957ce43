import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { addContentOptions, type TypedOptions } from '../run-options.ts';
import type { Terminal } from '../terminal.ts';
import { requireKnown, UsageError } from '../usage-error.ts';

interface AcceptOptions extends TypedOptions {
  all?: boolean;
}

/** `handouts translate accept`: records that sections of a translation say what the English says now. */
export function addTranslateAccept(translate: Command, terminal: Terminal): void {
  addContentOptions(translate.command('accept'))
    .argument('<file>', 'the translation, such as content/handouts/calciphylaxis/es.md')
    .argument('[sections...]', 'ids of sections that you have translated anew, or title, or summary')
    .description('record that sections of a translation say what the English says now')
    .option('--all', 'all sections')
    .action(async (given: string, ids: string[], { all = false, ...typed }: AcceptOptions) => {
      if (all && ids.length > 0)
        throw new UsageError('--all', 'It cannot stand beside sections.', 'leave one of them out.');
      const [{ projectSettings }, { readContent }, { acceptChecked }, { writeFiles }] = await Promise.all([
        import('../project-settings.ts'),
        import('../../src/read-content.ts'),
        import('../../src/translation/accept-checked.ts'),
        import('../../src/write-files.ts'),
      ]);
      const settings = { ...(await projectSettings(typed)), isBeingWritten: true };
      const content = await readContent(settings);
      const { handouts, languages, glossary } = content;
      const pairs = handouts.flatMap((handout) =>
        handout.texts.filter((text) => text !== handout.source).map((text) => ({ handout, text })),
      );
      const files = pairs.map(({ text }) => text.file);
      const wanted = requireKnown(given, files, { where: 'translate accept', kind: 'translation' });
      const found = pairs.find(({ text }) => text.file === wanted);
      if (!found) return;
      const { handout, text } = found;
      const accepted = all ? [...text.units.keys()].filter((id) => handout.source.units.has(id)) : ids;
      const file = await readFile(join(settings.root, text.file), 'utf8');
      const context = { languages, glossary, sourceLocale: settings.sourceLocale };
      const { value, problems } = acceptChecked(file, handout, text, accepted, context);
      terminal.problems(problems);
      if (value === undefined) return;
      await writeFiles(settings.root, new Map([[text.file, value]]));
      terminal.tell(
        accepted.length === 0
          ? `${text.file} names the newest edition that it says in full.`
          : `${text.file}: accepted ${accepted.join(', ')}.`,
      );
      terminal.answer({ file: text.file, accepted });
    });
}
