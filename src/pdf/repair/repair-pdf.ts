import { PDFDocument } from '@cantoo/pdf-lib';
import { setArtifacts } from './artifacts.ts';
import { nameBookmarks } from './bookmark-titles.ts';
import { openDraft, type PdfIdentity, type RepairStep } from './draft.ts';
import { renumberElementIds } from './element-ids.ts';
import { dropEmptyElements, unwrapContent } from './empty-elements.ts';
import { describeFigures } from './figures.ts';
import { setFileId } from './file-id.ts';
import { setInformation, setViewing } from './information.ts';
import { describeLinks } from './link-descriptions.ts';
import { addListBodies } from './list-bodies.ts';
import { nameNumbering } from './list-numbering.ts';
import { dropMarginText } from './margin-text.ts';
import { dropPageGroups, setOutputIntent } from './output-intent.ts';
import { shortenContent, writeContents } from './page-content.ts';
import { writeParentTree } from './parent-tree.ts';
import { recodeText } from './recode-text.ts';
import { dropRepeatedContent } from './repeated-content.ts';
import { mapRoles, nameForeignSpans } from './roles.ts';
import { savePdf } from './save-pdf.ts';
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

/**
 * Makes a printed PDF final: it passes PDF/UA-1 and PDF/A-2a (`npm run check:pdf`), is the same for the same content,
 * whatever browser, clock or earlier print made it, and is smaller.
 * @throws {UnrepairableError} for a page that has something no step can make right
 */
export async function repairPdf(bytes: Uint8Array, identity: PdfIdentity): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: Infinity });
  const draft = openDraft(document, identity);
  for (const [, step] of REPAIR_STEPS) step(draft);
  return savePdf(document);
}
