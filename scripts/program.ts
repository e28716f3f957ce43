import { Command } from 'commander';
import { addBuild } from './commands/build.ts';
import { addCheck } from './commands/check.ts';
import { addDev } from './commands/dev.ts';
import { addEdition } from './commands/edition.ts';
import { addNew } from './commands/new.ts';
import { addMerge } from './commands/merge.ts';
import { addStatus } from './commands/status.ts';
import { addPacket } from './commands/packet.ts';
import { addReview } from './commands/review.ts';
import { addPreview } from './commands/preview.ts';
import { addGuide } from './commands/guide.ts';
import { addReadability } from './commands/readability.ts';
import { addContactSheet } from './commands/contact-sheet.ts';
import { addCheckPdf } from './commands/check-pdf.ts';
import { addTranslate } from './commands/translate.ts';
import { addBench } from './commands/bench.ts';
import { EXIT_CODES_HELP } from './exit-codes.ts';
import { projectVersion } from './project-version.ts';
import type { Terminal } from './terminal.ts';

/**
 * All commands, in the order of the help. Each is a file of `commands/`, which says what it takes; what it does is
 * imported only when it runs, because reading the code of the whole press takes longer than most commands.
 */
const COMMANDS: readonly ((program: Command, terminal: Terminal) => void)[] = [
  addDev,
  addCheck,
  addEdition,
  addNew,
  addReview,
  addBuild,
  addMerge,
  addPreview,
  addStatus,
  addPacket,
  addReadability,
  addCheckPdf,
  addTranslate,
  addGuide,
  addContactSheet,
  addBench,
];

/** The command line of the press. What goes wrong is thrown; nothing ends the process. */
export function createProgram(terminal: Terminal): Command {
  const program = new Command('npx handouts')
    .usage('<command> [options]')
    .description('Turns one folder of translated Markdown into a website and print-ready handouts.')
    .option('--json', 'answer with one JSON document: ok, problems (level, where, what, fix) and result')
    .option('--quiet', 'tell errors only')
    .option('--no-color', 'no colours; NO_COLOR=1 does the same')
    .option('--debug', 'tell everything known of an unexpected failure; DEBUG=1 does the same')
    .version(projectVersion(), '--version', 'tell the version')
    .helpOption('--help', 'explain the command; behind the name of a command, that one')
    .helpCommand(false)
    .addHelpText('after', `\n${EXIT_CODES_HELP}`)
    .configureHelp({ showGlobalOptions: true, helpWidth: 110 })
    .configureOutput({ writeErr: () => undefined })
    .exitOverride();
  for (const add of COMMANDS) add(program, terminal);
  return program;
}
