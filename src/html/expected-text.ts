import { allSections } from '../handout/handout.ts';
import type { Place } from '../problem.ts';
import type { LanguageTools } from '../i18n/language-tools.ts';
import type { Panel } from './build-panel.ts';
import type { Sheet } from './build-sheets.ts';

/** Words that must stand on the finished sheet, and where they come from. */
export interface ExpectedText {
  text: string;
  where: Place;
}

/**
 * Everything a reader must find on a sheet, in reading order, taken from the checked content and not from the
 * page made of it: so a template that forgets something is found out too.
 */
export function expectedTexts(sheet: Sheet, { t }: LanguageTools): ExpectedText[] {
  const { text, notices, panel } = sheet;
  const { file } = text;
  const danger = text.sections.filter(({ kind }) => kind === 'danger');
  const others = text.sections.filter(({ kind }) => kind !== 'danger');
  const press = (words: string): ExpectedText => ({ text: words, where: { file: `locales/${text.locale}/ui.json` } });
  return [
    { text: text.title.text, where: { file, line: text.title.line } },
    ...(notices.length > 0 ? [press(t('notice.draft'))] : []),
    ...notices.map((notice) => press(notice.text)),
    ...staffTexts(sheet).map(press),
    { text: text.summary.text, where: { file, line: text.summary.line } },
    ...allSections([...danger, ...others]).flatMap(({ blocks }) =>
      blocks.map((block) => ({ text: block.text, where: { file, line: block.line } })),
    ),
    ...panelTexts(panel, t).map((words) => ({ text: words, where: { file: sheet.clinic.file } })),
    press(t('handout.notAdvice')),
  ];
}

/** What staff who cannot read the sheet are told of it; nothing on a sheet in their own language. */
function staffTexts({ notices, language, source, staffDraft }: Sheet): string[] {
  if (language.tag === source.language.tag) return [];
  return [
    language.english,
    source.title.text,
    ...(notices.length > 0 ? [staffDraft] : []),
    ...notices.flatMap(({ staffText }) => staffText ?? []),
  ];
}

function panelTexts(panel: Panel, t: LanguageTools['t']): string[] {
  return [
    panel.clinic.name,
    ...(panel.clinic.shortName === undefined ? [] : [panel.clinic.shortName]),
    t('clinic.book'),
    panel.booking.display,
    ...(panel.sayLanguage === undefined ? [] : [panel.sayLanguage]),
    ...panel.people.flatMap(({ name, role }) => [name, role.text]),
    ...panel.lines.flatMap(({ label, value }) => [label, value.text]),
    ...panel.programs.flatMap(({ name, texts, phone, confirm }) => [
      name,
      ...texts.map(({ text }) => text),
      phone.display,
      ...(confirm === undefined ? [] : [confirm]),
    ]),
    panel.qr.caption,
  ];
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
