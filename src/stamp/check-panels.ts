import { compareTexts } from '../html/compare-texts.ts';
import type { ExpectedText } from '../html/expected-text.ts';
import { FontReader } from '../pdf/read-fonts.ts';
import { joinRuns, readPageText } from '../pdf/read-page-text.ts';
import { readReadingOrder } from '../pdf/read-structure.ts';
import type { Draft } from '../pdf/repair/draft.ts';
import type { Problem } from '../problem.ts';

/**
 * Reads panels back before they are put into thousands of files, and compares them with what they must say.
 * @param draft the panels after their repair
 * @param expected the words of all of them, one panel after the other
 */
export function checkPanels(
  { document, contents }: Draft,
  expected: readonly ExpectedText[],
  { path, isRtl }: { path: string; isRtl: (lang: string) => boolean },
): Problem[] {
  const fonts = new FontReader(document);
  const texts = new Map(
    [...contents].map(([page, operations]) => [
      page.ref.toString(),
      readPageText(operations, fonts.fontsOf(page.node.Resources())).marked,
    ]),
  );
  const text = readReadingOrder(document)
    .map(({ page, mcid, lang }) => joinRuns(texts.get(page)?.get(mcid) ?? [], isRtl(lang)))
    .join('\n');
  return compareTexts({ path, text }, expected, []);
}
