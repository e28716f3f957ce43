import { PDFDict, PDFName } from '@cantoo/pdf-lib';
import type { RepairStep } from './draft.ts';
import { KEYS, structureElements, structureRoot } from './structure-elements.ts';
import { UnrepairableError } from './unrepairable.ts';

/** Types Chromium writes that ISO 32000-1 (14.8.4) does not know, and what each of them is. */
export const ROLES: Record<string, string> = { Em: 'Span', Strong: 'Span', Aside: 'Sect', Title: 'P' };

/** The standard structure types (ISO 32000-1, 14.8.4). */
const STANDARD = new Set(
  `Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private H H1 H2 H3 H4 H5 H6 P L LI Lbl LBody
   Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP
   Figure Formula Form`.split(/\s+/),
);

/**
 * Says what elements of other types than the standard ones are (ISO 14289-1, 7.1).
 *
 * Before: `/Strong` without more
 * After: `/Strong`, and in the root `/RoleMap <</Strong /Span>>`
 * @throws {UnrepairableError} for a type whose meaning is not known: a template then has an element that cannot be tagged
 */
export const mapRoles: RepairStep = ({ document }) => {
  const others = new Set(structureElements(document).map(({ type }) => type));
  const map: Record<string, PDFName> = {};
  for (const type of [...others].filter((one) => !STANDARD.has(one)).sort()) {
    const role = ROLES[type];
    if (role === undefined) throw new UnrepairableError(`The PDF has an element of the unknown type "${type}".`);
    map[type] = PDFName.of(role);
  }
  const root = structureRoot(document);
  if (Object.keys(map).length > 0) root.set(PDFName.of('RoleMap'), document.context.obj(map));
};

/** Elements whose content is text in a line. */
const HOLDS_TEXT = new Set([
  'P',
  'H1',
  'H2',
  'H3',
  'H4',
  'LI',
  'LBody',
  'Link',
  'Strong',
  'Em',
  'Span',
  'TD',
  'TH',
  'Caption',
]);

/**
 * Makes words of another language inside a text a span (ISO 32000-1, 14.9.2.3): Chromium keeps their language, on an
 * element without a meaning.
 *
 * Before: `/P /K [4 /NonStruct /Lang (en)]`
 * After: `/P /K [4 /Span /Lang (en)]`
 */
export const nameForeignSpans: RepairStep = ({ document }) => {
  for (const { dict, type, parent } of structureElements(document)) {
    if (type === 'NonStruct' && dict.has(KEYS.lang) && HOLDS_TEXT.has(meaningOf(parent)))
      dict.set(KEYS.type, PDFName.of('Span'));
  }
};

/** Type of an element, or of the nearest one above it that has a meaning. */
function meaningOf(element: PDFDict | undefined): string {
  const type = element?.lookupMaybe(KEYS.type, PDFName)?.decodeText() ?? '';
  return type === 'NonStruct' ? meaningOf(element?.lookupMaybe(KEYS.parent, PDFDict)) : type;
}
