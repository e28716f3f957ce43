import type { Form } from '../forms.ts';
import { type LanguageTools, toolsFor } from '../i18n/language-tools.ts';
import type { Sheet } from './build-sheets.ts';
import { codeTexts, type ExpectedText, panelTexts } from './expected-text.ts';

/** Everything that must be found on a clinic's panel where it is printed alone, in reading order. */
export function expectedPanel(
  sheet: Sheet,
  form: Form,
  tools: ReadonlyMap<string, LanguageTools>,
  tightness: number,
): ExpectedText[] {
  const { panel, language, original } = sheet;
  const own = [...panelTexts(sheet, toolsFor(tools, language.tag).t, tightness), ...codeTexts(panel, sheet)];
  if (form.name !== 'bilingual' || !original) return own;
  return [...own, ...panelTexts(original, toolsFor(tools, original.language.tag).t, tightness)];
}
