import { type Problem, sortProblems } from '../src/problem.ts';
import { readContent } from '../src/read-content.ts';
import { checkReadability } from '../src/readability/check-readability.ts';
import { type MeasuredText, measureHandouts } from '../src/readability/measure-handouts.ts';
import { projectSettings } from './project-settings.ts';
import type { TypedOptions } from './run-options.ts';
import { requireKnown } from './usage-error.ts';

/**
 * Reads the content and measures its handouts.
 * @param only the id of one handout, the tag of one language
 * @throws {UsageError} for a handout or language that is not there
 * @throws {PressError} for content with errors
 */
export async function readReadability(
  typed: TypedOptions,
  only: { id?: string; locale?: string },
): Promise<{ measured: MeasuredText[]; problems: Problem[] }> {
  const { handouts, languages, glossary } = await readContent(await projectSettings(typed));
  const { id, locale } = only;
  if (id !== undefined) {
    const ids = handouts.map((handout) => handout.id);
    requireKnown(id, ids, { where: 'handout', kind: 'handout' });
  }
  if (locale !== undefined) {
    const tags = languages.map(({ tag }) => tag);
    requireKnown(locale, tags, { where: '--language', kind: 'language' });
  }
  const wanted = handouts
    .filter((handout) => id === undefined || handout.id === id)
    .map((handout) => ({ ...handout, texts: handout.texts.filter((text) => (locale ?? text.locale) === text.locale) }));
  const gate = { languages, glossary };
  return { measured: measureHandouts(wanted, gate), problems: sortProblems(checkReadability(wanted, gate)) };
}
