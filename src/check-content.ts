import { buildSheets, type Sheet } from './html/build-sheets.ts';
import { PressError, type Problem, sortProblems } from './problem.ts';
import { type Content, readContent } from './read-content.ts';
import { checkReadability } from './readability/check-readability.ts';
import { findPlaceholders } from './translation/find-placeholders.ts';
import type { Settings } from './settings.ts';

/** What a check of all content found. */
export interface ContentCheck {
  /** In the order of files and lines. */
  problems: Problem[];
  /** What was read; nothing if there are errors in it. */
  content?: Content;
  /** How many sheets there are to print. */
  sheets: number;
}

/** What is checked beyond the content itself. */
export interface CheckOptions {
  /** Makes all pages, too, and reads them back: that takes many times as long. */
  withPages?: boolean;
}

/** Finds every problem that a build would find before it opens a browser. Nothing is written. */
export async function checkContent(
  settings: Settings,
  { withPages = false }: CheckOptions = {},
): Promise<ContentCheck> {
  try {
    const content = await readContent(settings);
    const sheets = buildSheets({ ...content, settings });
    const site = withPages ? await makePages(sheets, content, settings) : { problems: [] };
    return { problems: sortProblems([...adviceOn(content), ...site.problems]), content, sheets: sheets.length };
  } catch (failure) {
    if (!(failure instanceof PressError)) throw failure;
    return { problems: failure.problems, sheets: 0 };
  }
}

/** What an author should know of content without errors: its warnings, what is still to be written, and how it reads. */
export function adviceOn(content: Content): Problem[] {
  // Only a build refuses placeholders: whoever writes a handout has some until it is done.
  const unwritten = findPlaceholders(content).map((problem): Problem => ({ ...problem, level: 'warning' }));
  return [...content.warnings, ...unwritten, ...checkReadability(content.handouts, content)];
}

async function makePages(
  sheets: readonly Sheet[],
  content: Content,
  settings: Settings,
): Promise<{ problems: Problem[] }> {
  // Reading the code of Eleventy alone takes as long as some checks do.
  const { buildSite } = await import('./html/build-site.ts');
  return buildSite(sheets, content, settings);
}
