import { PDFName, PDFString } from '@cantoo/pdf-lib';
import { zlibSync } from 'fflate';
import type { RepairStep } from './draft.ts';
import { srgbProfile } from './srgb-profile.ts';

/**
 * Says what the colours mean: red, green and blue as screens show them (ISO 19005-2, 6.2.3). Without it a program may
 * take them as it likes.
 *
 * Before: `/Catalog`
 * After: `/Catalog /OutputIntents [<</S /GTS_PDFA1 /DestOutputProfile …>>]`
 */
export const setOutputIntent: RepairStep = ({ document }) => {
  const { context } = document;
  const profile = context.stream(zlibSync(srgbProfile(), { level: 9 }), { N: 3, Filter: 'FlateDecode' });
  const intent = context.obj({
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: PDFString.of('sRGB IEC61966-2.1'),
    DestOutputProfile: context.register(profile),
  });
  document.catalog.set(PDFName.of('OutputIntents'), context.obj([intent]));
};

/**
 * Takes out the transparency groups Chromium gives to pages: everything on a sheet is opaque, and some printers draw a
 * page with a group as one picture.
 *
 * Before: `/Page /Group <</S /Transparency>>`
 * After: `/Page`
 */
export const dropPageGroups: RepairStep = ({ document }) => {
  for (const page of document.getPages()) page.node.delete(PDFName.of('Group'));
};
