import { Converter } from 'opencc-js';
import { readChineseStandards } from './chinese-standards.ts';
import { STRANGERS } from './script-letters.ts';

/** Finds the first letter of a related language's own alphabet in a text. */
export function findStranger(text: string, tag: string, script: string): { letter: string; of: string } | undefined {
  const known = STRANGERS[tag];
  const letter = known?.pattern.exec(text)?.[0];
  if (known && letter !== undefined) return { letter, of: known.of };
  if (script !== 'Hant' && script !== 'Hans') return undefined;
  const { simplified, traditional, toSimplified, toTraditional } = (chinese ??= readChinese());
  const [own, convert] = script === 'Hant' ? [traditional, toTraditional] : [simplified, toSimplified];
  const wrong = [...text].find((character) => !own.has(character) && convert(character) !== character);
  return wrong === undefined
    ? undefined
    : { letter: wrong, of: script === 'Hant' ? 'Simplified Chinese' : 'Traditional Chinese' };
}

/** The package's own types import each other in a way TypeScript cannot follow. */
type Convert = (text: string) => string;

let chinese: ReturnType<typeof readChinese> | undefined;

/**
 * What tells the two ways of writing Chinese apart: the characters of the two national standards, GB 2312 (simplified)
 * and Big5 (traditional), and OpenCC's tables. Many characters are in both standards (干, 里), so a conversion alone
 * would find fault with good text; and some are in one only without having another form (萘), so the standards alone
 * would too.
 */
function readChinese() {
  return {
    ...readChineseStandards(),
    toSimplified: Converter({ from: 't', to: 'cn' }) as Convert,
    toTraditional: Converter({ from: 'cn', to: 't' }) as Convert,
  };
}
