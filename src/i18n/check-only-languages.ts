import { suggestNames } from '../nearest-names.ts';
import { error, type Problem } from '../problem.ts';
import type { Language } from './languages.ts';

/** Finds the tags asked for by `--only-language` that are no language of the press. */
export function checkOnlyLanguages(onlyLanguages: readonly string[], languages: readonly Language[]): Problem[] {
  const tags = languages.map(({ tag }) => tag);
  return onlyLanguages
    .filter((tag) => !tags.includes(tag))
    .map((tag) => error('--only-language', `"${tag}" is not a language of this press.`, suggestNames(tag, tags)));
}
