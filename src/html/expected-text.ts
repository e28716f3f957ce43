import { allSections, type HandoutText } from '../handout/handout.ts';
import { catalogueFile } from '../i18n/messages.ts';
import type { Place } from '../problem.ts';
import type { LanguageTools } from '../i18n/language-tools.ts';
import type { Panel } from './build-panel.ts';
import type { Sheet } from './build-sheets.ts';
import type { SheetSection, SheetText } from './sheet-text.ts';
import { isShown, type Tightness } from './panel-tightness.ts';

/** Words that must stand on the finished sheet, and where they come from. */
export interface ExpectedText {
  text: string;
  where: Place;
}

/**
 * Everything a reader must find on a sheet, in reading order, taken from the checked content and not from the
 * page made of it: so a template that forgets something is found out too.
 */
export function expectedTexts(sheet: Sheet, { t }: LanguageTools, tightness: Tightness = 0): ExpectedText[] {
  const { text, notices, panel } = sheet;
  const danger = text.sections.filter(({ kind }) => kind === 'danger');
  const others = text.sections.filter(({ kind }) => kind !== 'danger');
  const press = (words: string) => interfaceText(words, text);
  return [
    authorText(text.title, text),
    ...(notices.length > 0 ? [press(t('notice.draft'))] : []),
    ...notices.map((notice) => press(notice.text)),
    ...staffTexts(sheet).map(press),
    ...summaryTexts(sheet),
    ...sectionTexts([...danger, ...others], sheet),
    press(t('handout.notAdvice')),
    ...provenanceTexts(sheet),
    ...panelTexts(sheet, t, tightness),
    ...codeTexts(panel, sheet),
  ];
}

/** Words of the handout itself. */
export function authorText({ text, line }: { text: string; line: number }, { file }: HandoutText): ExpectedText {
  return { text, where: { file, line } };
}

/** Words of the press in the language of a handout's text. */
export function interfaceText(text: string, { locale }: HandoutText): ExpectedText {
  return { text, where: { file: catalogueFile(locale) } };
}

/** The words of a sheet's summary, after what tells why they are not in its language. */
export function summaryTexts({ text, handout }: Pick<Sheet, 'text' | 'handout'>): ExpectedText[] {
  const { summary } = text;
  return [...noticeTexts(summary, text), authorText(summary, summary.locale === undefined ? text : handout.source)];
}

/** All words of sections, with those of their parts; before each what tells why it is not in the sheet's language. */
export function sectionTexts(
  sections: readonly SheetSection[],
  { text, handout }: Pick<Sheet, 'text' | 'handout'>,
): ExpectedText[] {
  return sections.flatMap((section) => [
    ...noticeTexts(section, text),
    ...section.blocks.map((block) => authorText(block, section.locale === undefined ? text : handout.source)),
    ...sectionTexts(section.parts, { text, handout }),
  ]);
}

function noticeTexts({ notice }: Pick<SheetSection, 'notice'>, text: SheetText): ExpectedText[] {
  return notice ? [interfaceText(notice.text, text)] : [];
}

/** Where the text of a sheet comes from, as its front matter says. */
export function provenanceTexts({ provenance, text }: Sheet): ExpectedText[] {
  return provenance.onSheet.map((line) => ({ text: line.text, where: { file: text.file } }));
}

/** What staff who cannot read the sheet are told of it; nothing on a sheet in their own language. */
function staffTexts({ notices, language, source, staffDraft }: Sheet): string[] {
  if (language.tag === source.language.tag) return [];
  return [
    language.english,
    source.title.text,
    ...(notices.length > 0 ? [staffDraft] : []),
    ...notices.flatMap(({ staff }) => staff?.text ?? []),
  ];
}

/** The words of a clinic's panel, but for those below its QR code. */
export function panelTexts(
  { panel, clinic }: Pick<Sheet, 'panel' | 'clinic'>,
  t: LanguageTools['t'],
  tightness: Tightness = 0,
): ExpectedText[] {
  const texts = [
    panel.clinic.name,
    ...(panel.clinic.shortName === undefined ? [] : [panel.clinic.shortName]),
    t('clinic.book'),
    panel.booking.display,
    ...(panel.sayLanguage === undefined ? [] : [panel.sayLanguage]),
    ...panel.people.flatMap(({ name, role }) => [name, role.text]),
    ...panel.lines.filter((line) => isShown(line, tightness)).flatMap(({ label, value }) => [label, value.text]),
    ...panel.programs.flatMap(({ name, texts, phone, confirm }) => [
      name,
      ...texts.map(({ text }) => text),
      phone.display,
      ...(confirm === undefined ? [] : [confirm]),
    ]),
  ];
  return texts.map((text) => ({ text, where: { file: clinic.file } }));
}

/** The words below a panel's QR code. */
export function codeTexts({ qr }: Panel, { clinic }: Pick<Sheet, 'clinic'>): ExpectedText[] {
  return [{ text: qr.caption, where: { file: clinic.file } }];
}

/** The addresses that must be links on the finished sheet: every phone number can be called by a tap. */
export function expectedLinks({ panel, text }: Sheet): string[] {
  const inText = allSections(text.sections).flatMap(({ heading, html }) => [heading.html, html]);
  const phones = [text.summary.html, ...inText].flatMap((html) =>
    [...html.matchAll(/href="(tel:[^"]+)"/g)].map(([, href = '']) => href),
  );
  return [...new Set([...phones, panel.booking.href, ...panel.programs.map(({ phone }) => phone.href)])];
}

/** The numbers of the steps of all numbered lists of a sheet: the browser writes them, in the language's digits. */
export function stepNumbers({ text }: Sheet): string[] {
  const steps = allSections(text.sections).flatMap(({ html }) =>
    [...html.matchAll(/<ol>(.*?)<\/ol>/gs)].map(([, items = '']) => items.match(/<li>/g)?.length ?? 0),
  );
  return Array.from({ length: Math.max(0, ...steps) }, (_, index) => String(index + 1));
}
