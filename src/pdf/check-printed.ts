import { error, type Place, type Problem } from '../problem.ts';
import type { PdfFacts } from './read-pdf-facts.ts';

/** What a printed sheet must turn out to be. */
export interface Expectation {
  /** Path of the PDF in the output, for problems. */
  pdf: string;
  /** File the sheet is made from. */
  file: string;
  pages: number;
  title: string;
  lang: string;
  /** In reading order. */
  texts: readonly { text: string; where: Place }[];
  /** Words that each page's footer must hold. */
  footer: readonly string[];
  links: readonly string[];
  headings: readonly string[];
}

const MEND =
  'this is a fault of the press, not of your text: please report it with this message. No sheet was published.';

/**
 * Compares what a PDF really holds with what it must hold. Text is compared without spaces and line breaks, in
 * reading order, Unicode-normalised; each block must be there whole.
 */
export function checkPrinted(facts: PdfFacts, expected: Expectation): Problem[] {
  return [...checkShape(facts, expected), ...checkFonts(facts, expected), ...checkTexts(facts, expected)];
}

function checkShape(facts: PdfFacts, { pdf, pages, title, lang, links, headings }: Expectation): Problem[] {
  const wrong = (what: string) => error(pdf, what, MEND);
  const problems: Problem[] = [];
  if (facts.pages !== pages)
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
    .map(({ name, isType3 }) => error(pdf, `The font ${name} is ${isType3 ? 'a Type 3 font' : 'not embedded'}.`, MEND));
  if (fonts.length === 0) problems.push(error(pdf, 'The sheet has no font, so it has no text.', MEND));
  if (missingGlyphs > 0) problems.push(error(pdf, `${missingGlyphs} letters are printed as empty boxes.`, MEND));
  if (unreadableGlyphs > 0) problems.push(error(pdf, `${unreadableGlyphs} letters cannot be read as text.`, MEND));
  return problems;
}

function checkTexts(facts: PdfFacts, { pdf, texts, footer }: Expectation): Problem[] {
  const problems: Problem[] = [];
  const printed = comparable(facts.text);
  let position = 0;
  for (const { text, where } of texts) {
    const wanted = comparable(text);
    const found = printed.indexOf(wanted, position);
    if (found !== -1) {
      position = found + wanted.length;
      continue;
    }
    const isElsewhere = printed.includes(wanted);
    const what = isElsewhere ? 'stands in another place on' : 'is missing from';
    problems.push(error(where, `This text ${what} the printed sheet ${pdf}: "${text}"`, MEND));
  }
  facts.footers.forEach((found, index) => {
    for (const text of footer.filter((words) => !comparable(found).includes(comparable(words)))) {
      problems.push(error(pdf, `The footer of page ${index + 1} lacks "${text}".`, MEND));
    }
  });
  return problems;
}

/** Without what extraction adds or drops: white space, bidirectional controls, and marks that steer line breaking. */
export function comparable(text: string): string {
  return text.normalize('NFC').replaceAll(/[\s\u00AD\u200B\u200E\u200F\u2060\u2066-\u2069\u202A-\u202E\uFEFF]/gu, '');
}
