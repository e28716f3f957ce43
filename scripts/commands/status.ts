import type { Command } from 'commander';
import { counted } from '../counted.ts';
import { addContentOptions, type TypedOptions } from '../run-options.ts';
import type { Terminal } from '../terminal.ts';

/** `handouts status`: how far every translation has come, what is stale in it, and what to do next. */
export function addStatus(program: Command, terminal: Terminal): void {
  addContentOptions(program.command('status'))
    .description('tell how far every translation has come, what is out of date, and what to do next')
    .option('--language <tag>', 'tell of this language only')
    .option('--handout <id>', 'tell of this handout only')
    .action(async (typed: TypedOptions & { language?: string; handout?: string }) => {
      const { projectSettings } = await import('../project-settings.ts');
      const { gatherContent } = await import('../../src/read-content.ts');
      const { buildStatus } = await import('../../src/status/build-status.ts');
      const { narrowStatus } = await import('../../src/status/narrow-status.ts');
      const { requireKnown } = await import('../usage-error.ts');
      const { statusLines } = await import('../status-lines.ts');
      const settings = await projectSettings(typed);
      const content = await gatherContent(settings);
      const { language, handout } = typed;
      if (language !== undefined) {
        requireKnown(language, [...content.tools.keys()], { where: '--language', kind: 'language' });
      }
      if (handout !== undefined) {
        const ids = content.handouts.map(({ id }) => id);
        requireKnown(handout, ids, { where: '--handout', kind: 'handout' });
      }
      const status = narrowStatus(buildStatus(content, settings.sourceLocale), { language, handout });
      const isNarrow = language !== undefined || handout !== undefined;
      const { colours } = terminal;
      for (const line of statusLines(status, { colours, isNarrow, today: settings.today })) terminal.tell(line);
      const errors = content.warnings.filter(({ level }) => level === 'error').length;
      if (errors > 0)
        terminal.progress.tell(`The content has ${counted(errors, 'error')}: npx handouts check tells them.`);
      terminal.answer(status);
    });
}
