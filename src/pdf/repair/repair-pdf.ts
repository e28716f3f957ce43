import { PDFDocument } from '@cantoo/pdf-lib';
import { setArtifacts } from './artifacts.ts';
import { nameBookmarks } from './bookmark-titles.ts';
import { type Draft, openDraft, type PdfIdentity, type RepairStep } from './draft.ts';
import { renumberElementIds } from './element-ids.ts';
import { dropEmptyElements, unwrapContent } from './empty-elements.ts';
import { describeFigures } from './figures.ts';
import { setFileId } from './file-id.ts';
import { setInformation, setViewing } from './information.ts';
import { describeLinks } from './link-descriptions.ts';
import { addListBodies } from './list-bodies.ts';
import { nameNumbering } from './list-numbering.ts';
import { dropMarginText } from './margin-text.ts';
import { refuseMarkedForms } from './marked-forms.ts';
import { dropPageGroups, setOutputIntent } from './output-intent.ts';
import { shortenContent, writeContents } from './page-content.ts';
import { writeParentTree } from './parent-tree.ts';
import { recodeText } from './recode-text.ts';
import { dropRepeatedContent } from './repeated-content.ts';
import { mapRoles, nameForeignSpans } from './roles.ts';
import { savePdf } from './save-pdf.ts';
import { clearSlot } from './slot.ts';
import { checkTables } from './tables.ts';

/** What is done to every PDF after printing, in this order. */
export const REPAIR_STEPS: [string, RepairStep][] = [
  ['text in margins', dropMarginText],
  ['artifacts', setArtifacts],
  ['text of letters', recodeText],
  ['repeated content', dropRepeatedContent],
  ['empty elements', dropEmptyElements],
  ['foreign spans', nameForeignSpans],
  ['wrapped content', unwrapContent],
  ['list bodies', addListBodies],
  ['list numbering', nameNumbering],
  ['roles', mapRoles],
  ['figures', describeFigures],
  ['tables', checkTables],
  // Behind the figures, whose places are taken before they are rounded; what reads the text has less to read.
  ['shorter content', shortenContent],
  ['links', describeLinks],
  ['element ids', renumberElementIds],
  ['parent tree', writeParentTree],
  ['bookmarks', nameBookmarks],
  ['content', writeContents],
  ['information', setInformation],
  ['viewing', setViewing],
  ['page groups', dropPageGroups],
  ['output intent', setOutputIntent],
  ['file id', setFileId],
];

/** Steps that say what the file is as a whole, and those that write what others have made. */
const OF_THE_FILE = new Set(['content', 'information', 'viewing', 'output intent', 'file id']);
/** What a panel has no use for: its ids and keys count on from those of the sheet it is put into. */
const OF_THE_SHEET = new Set(['repeated content', 'element ids', 'parent tree']);

/**
 * What is done to a sheet with a slot for a clinic's panel. Its content is written, and its id given, once the slot has
 * been found in it.
 */
export const BASE_STEPS: [string, RepairStep][] = [
  ['marked forms', refuseMarkedForms],
  ['slot', clearSlot],
  ...REPAIR_STEPS.filter(([name]) => name !== 'content' && name !== 'file id'),
];

/**
 * What is done to the panels of many clinics, a page each. What is alike on two pages stays: it is said to two clinics.
 */
export const PANEL_STEPS: [string, RepairStep][] = [
  ['marked forms', refuseMarkedForms],
  ...REPAIR_STEPS.filter(([name]) => !OF_THE_FILE.has(name) && !OF_THE_SHEET.has(name)),
];

/**
 * Makes a printed PDF final: it passes PDF/UA-1 and PDF/A-2a (`npm run check:pdf`), is the same for the same content,
 * whatever browser, clock or earlier print made it, and is smaller.
 * @throws {UnrepairableError} for a page that has something no step can make right
 */
export async function repairPdf(bytes: Uint8Array, identity: PdfIdentity): Promise<Uint8Array> {
  const { document } = await repairDocument(bytes, identity, REPAIR_STEPS);
  return savePdf(document);
}

/**
 * Takes a printed PDF through some steps, and leaves it open for what is to be done with it.
 * @throws {UnrepairableError} for a page that has something no step can make right
 */
export async function repairDocument(
  bytes: Uint8Array,
  identity: PdfIdentity,
  steps: readonly [string, RepairStep][],
): Promise<Draft> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: Infinity });
  const draft = openDraft(document, identity);
  for (const [, step] of steps) step(draft);
  return draft;
}
