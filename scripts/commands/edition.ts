import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { Change } from '../../src/handout/handout.ts';
import type { GivenNote } from '../../src/translation/keep-edition.ts';
import { addContentOptions, type TypedOptions } from '../run-options.ts';
import type { Terminal } from '../terminal.ts';
import { requireKnown, UsageError } from '../usage-error.ts';

interface EditionOptions extends TypedOptions {
  change?: string;
  note?: string;
  section?: string[];
}

/** `handouts edition`: makes a changed English text a new edition, which says how grave the change is. */
export function addEdition(program: Command, terminal: Terminal): void {
  addContentOptions(program.command('edition'))
    .argument('<handout>', 'name of its folder in content/handouts/')
    .description('make the changes of an English text a new edition, and keep its words')
    .option('--change <kind>', 'safety, meaning or wording: how grave the change is')
    .option('--note <sentence>', 'what has changed, for translators and for readers of an older sheet')
    .option('--section <id=kind>', 'a section whose change is of another kind; may be repeated', collect)
    .action(async (id: string, typed: EditionOptions) => {
      const [{ projectSettings }, { readContent }, { keepEdition }, { writeFiles }] = await Promise.all([
        import('../project-settings.ts'),
        import('../../src/read-content.ts'),
        import('../../src/translation/keep-edition.ts'),
        import('../../src/write-files.ts'),
      ]);
      const settings = { ...(await projectSettings(typed)), isBeingWritten: true };
      const { handouts } = await readContent(settings);
      const names = handouts.map((handout) => handout.id);
      const handout = handouts.find(
        (each) => each.id === requireKnown(id, names, { where: 'edition', kind: 'handout' }),
      );
      if (!handout) return;
      const file = await readFile(join(settings.root, handout.source.file), 'utf8');
      const { value, problems } = keepEdition(file, handout, readNote(typed, settings.today));
      terminal.problems(problems);
      if (!value) return;
      await writeFiles(settings.root, value.files);
      terminal.tell(value.told);
      terminal.answer({ handout: id, edition: value.edition, changed: value.changed, files: [...value.files.keys()] });
    });
}

function collect(value: string, earlier: string[] = []): string[] {
  return [...earlier, value];
}

const KINDS = ['safety', 'meaning', 'wording'] as const;

function readKind(kind: string, where: string): Change {
  return requireKnown(kind, KINDS, { where, kind: 'kind of change' }) as Change;
}

function readNote({ change, note, section = [] }: EditionOptions, date: string): GivenNote {
  const sections = section.map((text): [string, Change] => {
    const [, id, kind] = /^([^=]+)=(.+)$/.exec(text) ?? [];
    if (id === undefined || kind === undefined) {
      throw new UsageError(
        '--section',
        `"${text}" is not a section and a kind.`,
        'write it like --section tests=wording.',
      );
    }
    return [id, readKind(kind, '--section')];
  });
  return {
    change: change === undefined ? undefined : readKind(change, '--change'),
    note: note?.trim() === '' ? undefined : note?.trim(),
    ...(sections.length > 0 && { sections: Object.fromEntries(sections) }),
    date,
  };
}
