import { PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import { type Box, boundsByMark } from '../content-bounds.ts';
import type { RepairStep } from './draft.ts';
import { addAttribute, claimOf, kidsOf, structureElements } from './structure-elements.ts';
import { UnrepairableError } from './unrepairable.ts';

/**
 * Says where on its page each drawing is (ISO 32000-1, 14.8.5.4.3), and that it has a description.
 *
 * Before: `/Figure /Alt (A tiny artery)`
 * After: `/Figure /Alt (A tiny artery) /A [<</O /Layout /BBox [42 210 126 291]>>]`
 * @throws {UnrepairableError} for a drawing without description: decoration is no drawing, and everything else needs one
 */
export const describeFigures: RepairStep = ({ document, contents }) => {
  const bounds = new Map<string, Map<number, Box>>();
  const pages = new Map(document.getPages().map((page) => [page.ref.toString(), page]));
  const boundsOf = (key: string) => {
    const page = pages.get(key);
    const found = bounds.get(key) ?? boundsByMark((page && contents.get(page)) ?? []);
    bounds.set(key, found);
    return found;
  };
  for (const element of structureElements(document).filter(({ type }) => type === 'Figure')) {
    const { dict } = element;
    const alt = dict.lookupMaybe(PDFName.of('Alt'), PDFString, PDFHexString)?.decodeText() ?? '';
    if (alt.trim() === '') throw new UnrepairableError('The PDF has a picture without a description.');
    const boxes = kidsOf(dict)
      .map((kid) => claimOf(kid, dict))
      .map((claim) => claim && boundsOf(claim.page.toString()).get(claim.mcid))
      .filter((box) => box !== undefined);
    if (boxes.length === 0) throw new UnrepairableError(`The picture "${alt}" is not drawn on any page.`);
    const box = boxes.reduce<Box>(
      (all, one) => [
        Math.min(all[0], one[0]),
        Math.min(all[1], one[1]),
        Math.max(all[2], one[2]),
        Math.max(all[3], one[3]),
      ],
      boxes[0] as Box,
    );
    addAttribute(dict, document.context.obj({ O: 'Layout', BBox: box.map((side) => Math.round(side * 100) / 100) }));
  }
};
