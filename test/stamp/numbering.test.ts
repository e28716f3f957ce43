import { PDFContext, PDFRef } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { Numbering } from '../../src/stamp/numbering.ts';

describe('the numbers of a stamped file', () => {
  it('are given in order, once to each object', () => {
    const numbering = new Numbering(1024, 2048, 'a panel');
    numbering.set(PDFRef.of(7), 1);
    numbering.add([PDFRef.of(9), PDFRef.of(7), PDFRef.of(8), PDFRef.of(9)]);
    expect([7, 8, 9].map((one) => numbering.of(PDFRef.of(one)))).toEqual([1, 1025, 1024]);
  });

  it('may be those of objects that come from elsewhere', () => {
    const numbering = new Numbering(2048, 4096, 'a sheet');
    const ref = numbering.newStandIn(PDFContext.create(), 5);
    expect([numbering.of(ref), numbering.isStandIn(ref), numbering.next()]).toEqual([5, true, 2048]);
  });

  it('do not run on into those of something else', () => {
    const numbering = new Numbering(1024, 1025, 'a panel');
    numbering.next();
    expect(() => numbering.next()).toThrowErrorMatchingInlineSnapshot(
      `[Error: There are no object numbers left for a panel.]`,
    );
  });

  it('are not made up for an object that nobody has added', () => {
    const numbering = new Numbering(1024, 1025, 'a panel');
    expect(() => numbering.of(PDFRef.of(3))).toThrowErrorMatchingInlineSnapshot(
      `[Error: Object 3 0 R is not to be in a panel.]`,
    );
  });
});
