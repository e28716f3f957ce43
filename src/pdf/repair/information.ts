import { PDFName, PDFString } from '@cantoo/pdf-lib';
import type { RepairStep } from './draft.ts';
import { writeXmp } from './xmp.ts';

/** What programs are told made the file. */
const PRODUCER = 'handout-press';

/**
 * Says what the document is, twice, because readers look in either place: in the old information dictionary and as XMP
 * metadata, which ISO 14289-1 (5, 7.1) and ISO 19005-2 (6.6) ask for. Chromium would put the clock in.
 *
 * Before: `/Info <</CreationDate (D:20261125155210+00'00')>>`
 * After: `/Info <</CreationDate (D:20261123000000Z)>>`, `/Metadata <</Type /Metadata>>`
 */
export const setInformation: RepairStep = ({ document, identity: { title, lang, date } }) => {
  const day = new Date(`${date}T00:00:00Z`);
  document.setTitle(title, { showInWindowTitleBar: true });
  document.setProducer(PRODUCER);
  document.setCreator(PRODUCER);
  document.setCreationDate(day);
  document.setModificationDate(day);
  // What the page said stays, so that a page in the wrong language is found out when the PDF is read back.
  const key = PDFName.of('Lang');
  if (!document.catalog.has(key)) document.catalog.set(key, PDFString.of(lang));
  const xmp = new TextEncoder().encode(writeXmp({ title, lang, date, producer: PRODUCER }));
  // Not packed: programs look for it without reading the file (ISO 32000-1, 14.3.2, asks for plain text).
  const stream = document.context.stream(xmp, { Type: 'Metadata', Subtype: 'XML' });
  document.catalog.set(PDFName.of('Metadata'), document.context.register(stream));
};

/**
 * Tells a printer to use both sides of the paper (ISO 32000-1, 12.2). From which side pages are turned is not said:
 * by `/Direction /R2L` PDFium turns round the words of Latin lines too, and finds a tenth less of Arabic sheets.
 *
 * Before: `/ViewerPreferences <</DisplayDocTitle true>>`
 * After: `/ViewerPreferences <</DisplayDocTitle true /Duplex /DuplexFlipLongEdge>>`
 */
export const setViewing: RepairStep = ({ document, identity: { isTwoSided } }) => {
  const preferences = document.catalog.getOrCreateViewerPreferences();
  preferences.setDisplayDocTitle(true);
  if (isTwoSided) preferences.dict.set(PDFName.of('Duplex'), PDFName.of('DuplexFlipLongEdge'));
  for (const page of document.getPages()) page.node.set(PDFName.of('Tabs'), PDFName.of('S'));
};
