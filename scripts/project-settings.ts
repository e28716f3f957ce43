import { PressError } from '../src/problem.ts';
import { readSiteSettings, type Settings } from '../src/settings.ts';
import { readRunOptions, type RunOptions, type TypedOptions } from './run-options.ts';

/**
 * All settings of a run: what was typed, and the settings file of the project it names.
 * @throws {PressError} for an option or a setting that is not right
 */
export async function projectSettings(typed: TypedOptions = {}, environment = process.env): Promise<Settings> {
  return readSettings(readRunOptions(typed, environment));
}

/** Adds what the settings file says. @throws {PressError} for a setting that is not right */
export async function readSettings(options: RunOptions): Promise<Settings> {
  const { value, problems } = await readSiteSettings(options.root);
  if (!value) throw new PressError(problems);
  return { ...value, ...options };
}
