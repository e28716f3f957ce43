import type { LanguageTools } from '../i18n/language-tools.ts';
import { pairSections } from './build-bilingual.ts';
import type { Sheet } from './build-sheets.ts';
import { authorText, codeTexts, type ExpectedText, interfaceText, panelTexts, sectionTexts } from './expected-text.ts';

/** Everything a reader must find on a page with two languages, in reading order: section by section, each in both. */
export function expectedBilingualTexts(sheet: Sheet, original: Sheet, own: LanguageTools, source: LanguageTools) {
  const { text, notices, panel } = sheet;
  const hasNotices = notices.length > 0;
  const draft = ({ t }: LanguageTools) => (hasNotices ? [t('notice.draft')] : []);
  const staff = notices.flatMap(({ staffText }) => staffText ?? []);
  return [
    authorText(text.title, text),
    ...[...draft(own), ...notices.map((notice) => notice.text)].map((words) => interfaceText(words, text)),
    authorText(original.text.title, original.text),
    ...[...draft(source), ...staff].map((words) => interfaceText(words, original.text)),
    interfaceText(own.t('handout.summary'), text),
    authorText(text.summary, text),
    interfaceText(source.t('handout.summary'), original.text),
    authorText(original.text.summary, original.text),
    ...pairSections(sheet, original).flatMap((pair): ExpectedText[] => [
      ...sectionTexts([pair.own], text),
      ...sectionTexts([pair.original], original.text),
    ]),
    interfaceText(own.t('handout.notAdvice'), text),
    interfaceText(source.t('handout.notAdvice'), original.text),
    ...panelTexts(sheet, own.t),
    ...codeTexts(panel, sheet),
    ...panelTexts(original, source.t),
  ];
}
