import { PressError } from '../src/problem.ts';
import { readSiteSettings, type Settings } from '../src/settings.ts';
import { readCommandLine, type RunOptions } from './command-line.ts';

/**
 * All settings of a run: the command line, and the settings file of the project it names.
 * @returns nothing if only help was asked for
 * @throws {PressError} for an option or a setting that is not right
 */
export async function settingsFromCommandLine(
  args: string[],
  environment = process.env,
): Promise<Settings | undefined> {
  const options = readCommandLine(args, environment);
  return options && readSettings(options);
}

/** Adds what the settings file says. @throws {PressError} for a setting that is not right */
export async function readSettings(options: RunOptions): Promise<Settings> {
  const { value, problems } = await readSiteSettings(options.root);
  if (!value) throw new PressError(problems);
  return { ...value, ...options };
}
