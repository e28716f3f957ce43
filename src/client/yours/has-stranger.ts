import type { NameLanguage } from '../../html/choose-name-language.ts';
import { readChineseStandards } from '../../translation/chinese-standards.ts';
import { STRANGERS } from '../../translation/script-letters.ts';

let chinese: ReturnType<typeof readChineseStandards> | undefined;

/**
 * Tells whether a name has a letter of a related language. The press also looks into OpenCC’s tables of Chinese, a
 * megabyte; here a character is of the other way of writing if only the standard of that one has it.
 */
export function hasStranger(name: string, { tag, script }: NameLanguage): boolean {
  const known = STRANGERS[tag];
  if (known?.pattern.test(name)) return true;
  if (script !== 'Hant' && script !== 'Hans') return false;
  const { simplified, traditional } = (chinese ??= readChineseStandards());
  const [own, other] = script === 'Hant' ? [traditional, simplified] : [simplified, traditional];
  return [...name].some((character) => !own.has(character) && other.has(character));
}
