import createMarkdownIt, { type MarkdownIt } from 'markdown-it';
import type { MarkupRule } from './markup-context.ts';
import { headingIds } from './rules/heading-ids.ts';
import { plainTables } from './rules/plain-tables.ts';
import { headingWords } from './rules/heading-words.ts';
import { isolateForeignRuns } from './rules/isolate-foreign-runs.ts';
import { languageSpans } from './rules/language-spans.ts';
import { nativeDigits } from './rules/native-digits.ts';
import { pictures } from './rules/pictures.ts';
import { references } from './rules/references.ts';
import { refuseOtherMarkup } from './rules/refuse-other-markup.ts';
import { resolveLinks } from './rules/resolve-links.ts';
import { writeCells } from './rules/write-cells.ts';
import { writeLines } from './rules/write-lines.ts';

/**
 * The rules, in the order in which they see a text. HTML is parsed only so that it can be refused with
 * its line: it is never rendered.
 */
const RULES: [string, MarkupRule][] = [
  ['heading ids', headingIds],
  ['plain tables', plainTables],
  ['references', references],
  ['pictures', pictures],
  ['language spans', languageSpans],
  ['links', resolveLinks],
  // After markdown-it has joined text, before what is left is refused.
  ['lines to write on', writeLines],
  ['cells to write in', writeCells],
  // Before isolation, which adds markup of its own.
  ['refused markup', refuseOtherMarkup],
  ['isolation', isolateForeignRuns],
  // After isolation is known by name, before it runs: what it sets off keeps its Latin digits.
  ['digits', nativeDigits],
  ['words of headings', headingWords],
];

/** Builds the Markdown parser of the press. */
export function createMarkdown(): MarkdownIt {
  const md = createMarkdownIt('commonmark', { html: true, typographer: false }).enable('table');
  // The parser would print links of schemes it distrusts as plain text; the rule for links refuses them in words.
  md.validateLink = () => true;
  for (const [, rule] of RULES) rule(md);
  return md;
}
