import type { LanguageTools } from '../i18n/language-tools.ts';
import { pairSections, type SectionPair } from './build-bilingual.ts';
import type { Section } from '../handout/handout.ts';
import type { Sheet } from './build-sheets.ts';
import {
  authorText,
  codeTexts,
  type ExpectedText,
  interfaceText,
  panelTexts,
  provenanceTexts,
  sectionTexts,
  summaryTexts,
} from './expected-text.ts';

/** Everything a reader must find on a page with two languages, in reading order: section by section, each in both. */
export function expectedBilingualTexts(sheet: Sheet, original: Sheet, own: LanguageTools, source: LanguageTools) {
  const { text, notices, panel } = sheet;
  const hasNotices = notices.length > 0;
  const draft = ({ t }: LanguageTools) => (hasNotices ? [t('notice.draft')] : []);
  const staff = notices.flatMap(({ staff: words }) => words?.text ?? []);
  return [
    authorText(text.title, text),
    ...[...draft(own), ...notices.map((notice) => notice.text)].map((words) => interfaceText(words, text)),
    authorText(original.text.title, original.text),
    ...[...draft(source), ...staff].map((words) => interfaceText(words, original.text)),
    interfaceText(own.t('handout.summary'), text),
    ...summaryTexts(sheet),
    ...(text.summary.locale === undefined
      ? [interfaceText(source.t('handout.summary'), original.text), ...summaryTexts(original)]
      : []),
    ...pairSections(sheet, original).flatMap((pair): ExpectedText[] => [
      ...sectionTexts([pair.own], sheet),
      ...sectionTexts(besideOwn(pair), original),
    ]),
    interfaceText(own.t('handout.notAdvice'), text),
    ...provenanceTexts(sheet),
    interfaceText(source.t('handout.notAdvice'), original.text),
    ...provenanceTexts(original),
    ...panelTexts(sheet, own.t),
    ...codeTexts(panel, sheet),
    ...panelTexts(original, source.t),
  ];
}

/** What of the original stands beside a section: all but what the section has from it anyway. */
function besideOwn({ own, original }: SectionPair): Section[] {
  const parts = original.parts.filter((_, index) => own.parts[index]?.locale === undefined);
  return own.locale === undefined ? [{ ...original, parts }] : parts;
}
