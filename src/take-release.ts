import { error, PressError, type Problem, sortProblems } from './problem.ts';
import type { Content } from './read-content.ts';
import { isPublished, type Settings, SETTINGS_FILE } from './settings.ts';
import { type LeftOut, selectRelease } from './translation/select-release.ts';

/**
 * Takes out of the content what may not be published: what is not reviewed, and what is stale.
 * @throws {PressError} if nothing is left, if the settings want a release to be whole and something is left out, or if
 * nobody elsewhere could open the address
 */
export function takeRelease(content: Content, settings: Settings): { content: Content; leftOut: LeftOut[] } {
  const { handouts, leftOut } = selectRelease(content.handouts, content.words);
  const problems: Problem[] = [];
  if (!isPublished(settings)) {
    const what = `The address ${settings.address} opens only on this machine: nobody could open what is released.`;
    problems.push(error(SETTINGS_FILE, what, 'set address to where dist/ is published.'));
  }
  const { onlyLanguages = [] } = settings;
  const isAsked = (locale: string): boolean => onlyLanguages.length === 0 || onlyLanguages.includes(locale);
  const isEmpty = !handouts.some(({ texts }) => texts.some(({ locale }) => isAsked(locale)));
  if (isEmpty) {
    const what = `Nothing${onlyLanguages.length > 0 ? ` in ${onlyLanguages.join(', ')}` : ''} is reviewed and fresh, so there is nothing to release.`;
    problems.push(error('content/handouts', what, 'do what is asked for below or above, or build without --release.'));
  }
  if (isEmpty || settings.release === 'fail') problems.push(...leftOut.map(refuse));
  if (problems.length > 0) throw new PressError(sortProblems(problems));
  return { content: { ...content, handouts }, leftOut };
}

function refuse({ file, what, fix }: LeftOut): Problem {
  return error(file, what, fix);
}
