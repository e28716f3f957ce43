import { editionDate, type Handout, type Revision } from '../handout/handout.ts';
import { gravest } from '../translation/freshness.ts';
import { isBehind } from '../translation/told-changes.ts';
import { sheetCode } from './build-footer.ts';
import type { Sheet } from './build-sheets.ts';
import { codePageUrl } from './code-page-url.ts';
import { moveHtml } from './move-html.ts';
import type { SheetSection } from './sheet-text.ts';

/** What the printed code of a sheet leads to: whether that sheet is still the newest, and where the newest is. */
export interface EditionPage {
  url: string;
  code: string;
  /** Of the sheet in the reader's hand. */
  edition: number;
  /** The newest sheet in its language. */
  sheet: Sheet;
  isCurrent: boolean;
  /**
   * The source says more than even the newest sheet in this language: “newest” alone would calm too much. Other words for
   * the same are not more.
   */
  isBehind: boolean;
  /** A reader must not rely on the sheet in hand; an old sheet that says all the newest says is no danger. */
  isAlarming: boolean;
  /** Day of the newest sheet's edition. */
  date: string;
  /** What the source changed since, the newest first, each with its gravest change; also what the newest sheet in this language does not have yet. */
  changes: Revision[];
  /** The danger signs of the newest sheet, as they stand on this page. */
  danger: SheetSection[];
}

/**
 * Builds the page of every code there can be on paper: of each sheet, all editions from the first to its own. A translation
 * may have skipped some of them; nobody remembers which, and a page too many misleads nobody.
 */
export function buildEditionPages(sheets: readonly Sheet[], settings: { mainClinic: string }): EditionPage[] {
  return sheets.flatMap((sheet) => {
    const { clinic, handout, text } = sheet;
    const behind = isBehind(handout, sheet.text);
    const editions = Array.from({ length: text.edition }, (_, index) => index + 1);
    return editions.map((edition): EditionPage => {
      const code = sheetCode(handout, { ...text, edition });
      const url = codePageUrl(clinic.id, code, settings);
      const changes = newestFirst(handout).filter((revision) => revision.edition > edition);
      const isCurrent = edition === text.edition;
      return {
        ...{ url, code, edition, sheet, isCurrent, changes },
        isBehind: behind,
        isAlarming: behind || (!isCurrent && changes.some(({ change }) => change !== 'wording')),
        date: editionDate(handout, text.edition),
        danger: text.sections.filter(({ kind }) => kind === 'danger').map((section) => move(section, sheet.url, url)),
      };
    });
  });
}

/** All that was ever changed, the newest first; each by the gravest of its changes, if they are not of one kind. */
export function newestFirst({ revisions }: Pick<Handout, 'revisions'>): Revision[] {
  return revisions
    .map((revision) => {
      const { change, sections = {} } = revision;
      return { ...revision, change: gravest([change, ...Object.values(sections)]) ?? change };
    })
    .sort((a, b) => b.edition - a.edition);
}

/** Lets a section of a sheet's page stand on another page; its links to other sections lead back to the sheet. */
function move(section: SheetSection, from: string, to: string): SheetSection {
  const moved = (html: string): string =>
    moveHtml(html.replaceAll(' href="#', ` href="${from}#`), { from, to, ending: 'newest' });
  return {
    ...section,
    id: `${section.id}-newest`,
    heading: { ...section.heading, html: moved(section.heading.html) },
    html: moved(section.html),
    ...(section.notice && { notice: { ...section.notice, html: moved(section.notice.html) } }),
    parts: section.parts.map((part) => move(part, from, to)),
  };
}
