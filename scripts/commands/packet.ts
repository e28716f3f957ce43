import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import type { Command } from 'commander';
import { counted } from '../counted.ts';
import { PROJECT } from '../project.ts';
import { addContentOptions, type TypedOptions } from '../run-options.ts';
import type { Terminal } from '../terminal.ts';

/** `handouts packet`: what a bilingual person gets on paper to review a translation with a pen. */
export function addPacket(program: Command, terminal: Terminal): void {
  addContentOptions(program.command('packet'))
    .description('make what a reviewer needs to check a translation with a pen: source and translation side by side')
    .argument('<locale>', 'tag of the language, such as es')
    .argument('[handout]', 'a handout, or words for the strings and programs (default: all of them)')
    .option('--output <folder>', 'where the packets go, in a folder of the language (default: packets)')
    .option('--back-translation <file>', 'the translation of that handout put back into the source language')
    .action(async (locale: string, handout: string | undefined, typed: TypedOptions & { backTranslation?: string }) => {
      terminal.onErrors('No packet was written; those of before are unchanged.');
      const { UsageError, requireKnown } = await import('../usage-error.ts');
      const { projectSettings } = await import('../project-settings.ts');
      const { readContent } = await import('../../src/read-content.ts');
      const { readStringNotes } = await import('../../src/i18n/messages.ts');
      const { makePackets, WORDS_PACKET } = await import('../../src/packet/make-packets.ts');
      const { readBackTranslation } = await import('../../src/packet/read-back-translation.ts');
      const settings = await projectSettings({ ...typed, output: undefined });
      terminal.progress.stage('Reading the content');
      const content = await readContent(settings);
      const translated = [...content.tools.keys()].filter((tag) => tag !== settings.sourceLocale);
      requireKnown(locale, translated, { where: 'packet', kind: 'translation into' });
      const ids = [...content.handouts.map(({ id }) => id), WORDS_PACKET];
      if (handout !== undefined) requireKnown(handout, ids, { where: 'packet', kind: 'handout' });
      const subject = content.handouts.find(({ id }) => id === handout);
      if (typed.backTranslation !== undefined && !subject) {
        throw new UsageError('--back-translation', 'It is for one handout.', `name one of: ${ids.join(', ')}.`);
      }
      const backTranslation =
        typed.backTranslation !== undefined && subject
          ? await readBackTranslation(typed.backTranslation, [...subject.source.units.keys()])
          : undefined;
      const notes = (await readStringNotes(settings.root)).value ?? {};
      terminal.progress.stage('Printing the packets');
      const tell = (message: string) => terminal.progress.tell(message);
      const made = await makePackets({ locale, handout, backTranslation }, { content, notes, settings, tell });
      const folder = join(resolve(typed.output ?? join(PROJECT, 'packets')), locale);
      await mkdir(folder, { recursive: true });
      for (const [name, bytes] of made.files) await writeFile(join(folder, name), bytes);
      terminal.problems(made.problems);
      const shown = relative(process.cwd(), folder);
      terminal.tell(`${counted(made.files.size, 'file')} in ${shown}/: ${[...made.files.keys()].join(', ')}`);
      terminal.answer({ folder, files: [...made.files.keys()] });
    });
}
