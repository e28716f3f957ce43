import { comparable, compareTexts, FAULT_OF_THE_PRESS, findRefusedTexts } from '../html/compare-texts.ts';
import { error, type Place, type Problem } from '../problem.ts';
import type { PdfFacts } from './read-pdf-facts.ts';

/** What a printed sheet must turn out to be. */
export interface Expectation {
  /** Path of the PDF in the output, for problems. */
  pdf: string;
  /** File the sheet is made from. */
  file: string;
  /** Missing where it may have as many as it needs. */
  pages?: number;
  title: string;
  lang: string;
  /** In reading order. */
  texts: readonly { text: string; where: Place }[];
  /** Words of an older translation that must not be there. */
  refused?: readonly { text: string; where: Place }[];
  /** Numbers the browser puts before the steps of lists. */
  stepNumbers: readonly string[];
  /** Words that each page's footer must hold. */
  footer: readonly string[];
  links: readonly string[];
  headings: readonly string[];
}

/**
 * Compares what a PDF really holds with what it must hold. Text is compared without spaces and line breaks, in
 * reading order, Unicode-normalised; each block must be there whole.
 */
export function checkPrinted(facts: PdfFacts, expected: Expectation): Problem[] {
  const found = { path: expected.pdf, text: facts.text };
  return [
    ...checkShape(facts, expected),
    ...checkFonts(facts, expected),
    ...compareTexts(found, expected.texts, expected.stepNumbers),
    ...findRefusedTexts(found, expected.refused),
    ...checkFooters(facts, expected),
  ];
}

function checkShape(facts: PdfFacts, { pdf, pages, title, lang, links, headings }: Expectation): Problem[] {
  const wrong = (what: string) => error(pdf, what, FAULT_OF_THE_PRESS);
  const problems: Problem[] = [];
  if (pages !== undefined && facts.pages !== pages)
    problems.push(
      wrong(`The printed sheet has ${facts.pages} ${facts.pages === 1 ? 'page' : 'pages'} instead of ${pages}.`),
    );
  if (facts.title !== title) problems.push(wrong(`The PDF’s title is "${facts.title}" instead of "${title}".`));
  if (facts.lang !== lang) problems.push(wrong(`The PDF’s language is "${facts.lang}" instead of "${lang}".`));
  if (!facts.isTagged) problems.push(wrong('The PDF has no tags, so a screen reader cannot read it.'));
  const outline = facts.outline.map(comparable);
  for (const heading of headings.filter((text) => !outline.includes(comparable(text)))) {
    problems.push(wrong(`The heading "${heading}" is missing from the PDF’s bookmarks.`));
  }
  for (const link of links.filter((href) => !facts.links.includes(href))) {
    problems.push(wrong(`Nothing on the sheet links to ${link}.`));
  }
  return problems;
}

function checkFonts({ fonts, missingGlyphs, unreadableGlyphs }: PdfFacts, { pdf }: Expectation): Problem[] {
  const problems = fonts
    .filter(({ isEmbedded, isType3 }) => isType3 || !isEmbedded)
    .map(({ name, isType3 }) =>
      error(pdf, `The font ${name} is ${isType3 ? 'a Type 3 font' : 'not embedded'}.`, FAULT_OF_THE_PRESS),
    );
  if (fonts.length === 0) problems.push(error(pdf, 'The sheet has no font, so it has no text.', FAULT_OF_THE_PRESS));
  if (missingGlyphs > 0)
    problems.push(error(pdf, `${missingGlyphs} letters are printed as empty boxes.`, FAULT_OF_THE_PRESS));
  if (unreadableGlyphs > 0)
    problems.push(error(pdf, `${unreadableGlyphs} letters cannot be read as text.`, FAULT_OF_THE_PRESS));
  return problems;
}

function checkFooters({ footers }: PdfFacts, { pdf, footer }: Expectation): Problem[] {
  return footers.flatMap((found, index) =>
    footer
      .filter((words) => !comparable(found).includes(comparable(words)))
      .map((words) => error(pdf, `The footer of page ${index + 1} lacks "${words}".`, FAULT_OF_THE_PRESS)),
  );
}
