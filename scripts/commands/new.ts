import { type Command, Option } from 'commander';
import type { Scaffold } from '../../src/scaffold/scaffold.ts';
import type { Settings } from '../../src/settings.ts';
import { addFolderOption, type TypedOptions } from '../run-options.ts';
import type * as NewWork from '../new-work.ts';
import type { Terminal } from '../terminal.ts';

/** What `handouts new` can begin, with the options of each. */
const KINDS: readonly ((group: Command, run: Begin) => void)[] = [addHandout, addLanguage, addClinic, addProgram];

/** Makes the files of a kind, and tells what to do next. */
type Begin = <T extends TypedOptions>(
  options: T,
  scaffold: (press: typeof NewWork, settings: Settings) => Promise<Scaffold> | Scaffold,
) => Promise<void>;

/** `handouts new`: begins a handout, a language, a clinic or a program with valid files. */
export function addNew(program: Command, terminal: Terminal): void {
  const group = program
    .command('new')
    .description('begin a handout, a language, a clinic or a program with valid files');
  const begin: Begin = async (options, scaffold) => {
    const { projectSettings } = await import('../project-settings.ts');
    const { writeScaffold } = await import('../../src/scaffold/write-scaffold.ts');
    const settings = await projectSettings(options);
    const made = await scaffold(await import('../new-work.ts'), settings);
    await writeScaffold(made, settings.root);
    for (const { path } of made.files) terminal.tell(`Made ${path}`);
    if (made.append) terminal.tell(`Added to ${made.append.path}`);
    terminal.tell();
    terminal.tell(terminal.colours.bold('What to do next:'));
    made.next.forEach((step, index) => terminal.tell(`  ${index + 1}. ${step}`));
    terminal.answer({ made: made.files.map(({ path }) => path), changed: made.append?.path ?? null, next: made.next });
  };
  for (const add of KINDS) add(group, begin);
}

function addHandout(group: Command, begin: Begin): void {
  addFolderOption(group.command('handout'))
    .description('begin a handout: its English text with the sections that readers need')
    .argument('<id>', 'name of its folder and part of its address, such as kidney-diet')
    .option('--title <text>', 'its title, as its readers see it')
    .option('--code <code>', 'a short code printed on every page, such as CAL (default: made from the id)')
    .action((id: string, options: TypedOptions & { title?: string; code?: string }) =>
      begin(options, (press, settings) => press.beginHandout({ id, ...options }, settings)),
    );
}

function addLanguage(group: Command, begin: Begin): void {
  addFolderOption(group.command('language'))
    .description('begin a language: its entry in the list, and a file for its interface strings')
    .argument('<tag>', 'its BCP 47 language tag, such as so')
    .option('--name <text>', 'what its speakers call it (default: as Unicode has it)')
    .option('--english <text>', 'its English name (default: as Unicode has it)')
    .option('--font <family>', 'its font family (default: the Noto family of its script)')
    .action((tag: string, options: TypedOptions & { name?: string; english?: string; font?: string }) =>
      begin(options, (press, settings) => press.beginLanguage({ tag, ...options }, settings)),
    );
}

function addClinic(group: Command, begin: Begin): void {
  addFolderOption(group.command('clinic'))
    .description('begin a clinic: its name and number, and room for all else')
    .argument('<id>', 'name of its file and its folder of sheets, such as open-door')
    .requiredOption('--name <text>', 'its full name, as on its sign')
    .requiredOption('--phone <number>', 'the number patients call, such as +13107062594')
    .addOption(new Option('--use <use>', 'what the number is for').default('main'))
    .option('--website <address>', 'its web address')
    .option('--program <id>', 'a program it can offer; may be repeated', (value: string, all: string[] = []) => [
      ...all,
      value,
    ])
    .action((id: string, options: TypedOptions & ClinicOptions) =>
      begin(options, (press, settings) => press.beginClinic({ id, ...options }, settings)),
    );
}

interface ClinicOptions {
  name: string;
  phone: string;
  use: string;
  website?: string;
  program?: string[];
}

function addProgram(group: Command, begin: Begin): void {
  addFolderOption(group.command('program'))
    .description('begin a program: its name, owner and number, and room for its facts')
    .argument('<id>', 'name of its file, such as every-woman-counts; texts refer to it')
    .requiredOption('--name <text>', 'its name, which no language translates')
    .requiredOption('--owner <text>', 'who runs it')
    .requiredOption('--phone <number>', 'the number to call, such as +18005112300')
    .action((id: string, options: TypedOptions & { name: string; owner: string; phone: string }) =>
      begin(options, (press, settings) => press.beginProgram({ id, ...options }, settings)),
    );
}
