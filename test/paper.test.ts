import { describe, expect, it } from 'vitest';
import { A4, contentBox, LETTER, marginsInPoints, type Paper, PHONE_SCREEN, WIDE_MARGINS } from '../src/paper.ts';

describe('the part of a page that text may fill', () => {
  it.each<[string, Paper, { width: number; height: number }]>([
    ['Letter', LETTER, { width: 742, height: 978 }],
    // 210 and 297 mm are 793.7 and 1122.5 pixels: the part of a pixel has no room for text.
    ['A4', A4, { width: 719, height: 1044 }],
    ['Letter with margins of an inch', WIDE_MARGINS, { width: 624, height: 836 }],
    ['a phone', PHONE_SCREEN, { width: 328, height: 564 }],
  ])('of %s is the page without its margins', (_name, paper, box) => {
    expect(contentBox(paper)).toEqual(box);
  });
});

describe('a paper', () => {
  const POINTS = 72;

  it.each<[string, Paper, [number, number]]>([
    ['Letter', LETTER, [612, 792]],
    ['A4', A4, [595.28, 841.89]],
    ['a phone of 360 by 640 pixels', PHONE_SCREEN, [270, 480]],
  ])('has the size of %s, in inches and as CSS writes it', (_name, { widthInches, heightInches }, [width, height]) => {
    expect(widthInches * POINTS).toBeCloseTo(width, 2);
    expect(heightInches * POINTS).toBeCloseTo(height, 2);
  });

  it('is the same in CSS and for the printer', () => {
    const inches = { in: 1, mm: 1 / 25.4, px: 1 / 96 };
    const inInches = (length: string): number => {
      const [, value = '', unit = ''] = /^([\d.]+)([a-z]+)$/.exec(length) ?? [];
      return Number(value) * inches[unit as keyof typeof inches];
    };
    for (const { width, height, widthInches, heightInches } of [LETTER, A4, WIDE_MARGINS, PHONE_SCREEN]) {
      expect([inInches(width), inInches(height)]).toEqual([widthInches, heightInches]);
    }
  });

  it('has margins in whole pixels, because the browser rounds the page box', () => {
    for (const { margins } of [LETTER, A4, WIDE_MARGINS, PHONE_SCREEN]) {
      expect(Object.values(margins).filter((margin) => !Number.isInteger(margin))).toEqual([]);
    }
  });

  it('has margins of an inch above and beside large print, as the guidelines ask', () => {
    expect(WIDE_MARGINS.margins).toMatchObject({ above: 96, beside: 96 });
    expect(WIDE_MARGINS.margins.below).toBeGreaterThanOrEqual(96);
  });

  it('tells its margins in points, where a PDF is measured', () => {
    expect(marginsInPoints(WIDE_MARGINS)).toEqual({ above: 72, below: 93 });
    expect(marginsInPoints(LETTER)).toEqual({ above: 23.25, below: 35.25 });
  });
});
