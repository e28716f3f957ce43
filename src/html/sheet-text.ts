import { allSections, type Handout, type HandoutText, type Section } from '../handout/handout.ts';
import type { LanguageTools } from '../i18n/language-tools.ts';
import type { InlineText } from '../markup/inline-text.ts';
import { presentText } from '../translation/present-text.ts';
import { toldChanges } from '../translation/told-changes.ts';
import { nameInSource } from './build-notices.ts';
import { endIds } from './move-html.ts';
import { quotedInline } from './quoted-inline.ts';

/** A section as it stands on a sheet. */
export interface SheetSection extends Section {
  /** Why its words are those of the source; in the language of the sheet, and before them. */
  notice?: InlineText;
  parts: SheetSection[];
}

/** The text of a sheet: of a translation with what it lacks in the language of the source. */
export interface SheetText extends HandoutText {
  summary: HandoutText['summary'] & { notice?: InlineText };
  sections: SheetSection[];
}

/**
 * A text as it stands on a sheet. What is in the language of the source begins by saying so; its ids end with the tag of
 * that language, because those of two texts are alike.
 */
export function buildSheetText(
  handout: Handout,
  text: HandoutText,
  { tools, source }: { tools: LanguageTools; source: LanguageTools },
): SheetText {
  const shown = presentText(handout, text);
  if (shown === handout.source) return shown;
  const changes = new Map(toldChanges(handout, text).map(({ id, change }) => [id, change]));
  const noticeOf = (id: string): InlineText =>
    changes.get(id) === 'safety'
      ? quotedInline(tools, 'notice.partInEnglish')
      : quotedInline(tools, 'notice.staleMeaning', [nameInSource(id, handout, source, 'part')]);
  const { tag } = source.language;
  const present = (section: Section, around?: Section): SheetSection => {
    const parts = section.parts.map((part) => present(part, section));
    if (section.locale === undefined) return { ...section, parts };
    const [change, changeAround] = [changes.get(section.id), around?.locale && changes.get(around.id)];
    // Once is enough, but a change for safety is never hidden behind another.
    const isTold = changeAround !== undefined && (changeAround === 'safety' || change !== 'safety');
    return {
      ...section,
      heading: { ...section.heading, html: endIds(section.heading.html, tag) },
      html: endIds(section.html, tag),
      ...(!isTold && { notice: noticeOf(section.id) }),
      parts,
    };
  };
  const { summary } = shown;
  return {
    ...shown,
    summary:
      summary.locale === undefined
        ? summary
        : { ...summary, html: endIds(summary.html, tag), notice: noticeOf('summary') },
    sections: shown.sections.map((section) => present(section)),
  };
}

/** True if something on a sheet is in the language of the source because its translation is missing or too old. */
export function hasBorrowed({ text: { summary, sections } }: { text: HandoutText }): boolean {
  return [summary, ...allSections(sections)].some(({ locale }) => locale !== undefined);
}
