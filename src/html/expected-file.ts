import { type LanguageTools, toolsFor } from '../i18n/language-tools.ts';
import type { Sheet, SheetFile } from './build-sheets.ts';
import { expectedBilingualTexts } from './expected-bilingual-text.ts';
import type { Tightness } from './panel-tightness.ts';
import { refusedTexts } from './refused-texts.ts';
import { expectedLinks, type ExpectedText, expectedTexts, stepNumbers } from './expected-text.ts';

/** What must be found on the page a file is printed from, and in the file. */
export interface ExpectedFile {
  /** In reading order. */
  texts: ExpectedText[];
  /** Words of an older translation that must not be there; missing where there are none. */
  refused?: ExpectedText[];
  /** Addresses that must be links. */
  links: string[];
  /** Numbers the browser puts before the steps of lists. */
  stepNumbers: string[];
}

/** What a form of a sheet must hold: all of the sheet, and the bilingual form all of its original too. */
export function expectedFile(
  sheet: Sheet,
  { form }: Pick<SheetFile, 'form'>,
  tools: ReadonlyMap<string, LanguageTools>,
  tightness: Tightness = 0,
): ExpectedFile {
  const { original } = sheet;
  const own = toolsFor(tools, sheet.language.tag);
  if (form.name !== 'bilingual' || !original) {
    const texts = expectedTexts(sheet, own, tightness);
    return {
      texts,
      ...refusedAmong(sheet, texts),
      links: expectedLinks(sheet),
      stepNumbers: stepNumbers(sheet),
    };
  }
  const texts = expectedBilingualTexts(sheet, original, own, toolsFor(tools, original.language.tag));
  return {
    texts,
    ...refusedAmong(sheet, texts),
    links: [...new Set([...expectedLinks(sheet), ...expectedLinks(original)])],
    stepNumbers: [...new Set([...stepNumbers(sheet), ...stepNumbers(original)])],
  };
}

function refusedAmong(sheet: Sheet, texts: readonly ExpectedText[]): Pick<ExpectedFile, 'refused'> {
  const refused = refusedTexts(sheet, texts);
  return refused.length > 0 ? { refused } : {};
}
