import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, boundsByMark } from '../../src/pdf/content-bounds.ts';
import { parseContentStream } from '../../src/pdf/content-stream.ts';

const boundsOf = (stream: string): Map<number, Box> => boundsByMark(parseContentStream(Buffer.from(stream, 'latin1')));
/** The box of what is drawn under one mark. */
const boxOf = (drawn: string): Box | undefined => boundsOf(`/Figure <</MCID 0>> BDC ${drawn} EMC`).get(0);

describe('the bounds of a drawing', () => {
  it.each<[string, string, Box]>([
    ['a line', '10 50 m 30 20 l S', [10, 20, 30, 50]],
    ['a curve, by the points that steer it', '0 0 m 5 20 15 30 10 10 c f', [0, 0, 15, 30]],
    ['the other two kinds of curve', '0 0 m 4 9 5 5 v 12 1 6 6 y f', [0, 0, 12, 9]],
    ['a rectangle', '10 20 30 40 re f', [10, 20, 40, 60]],
    ['a rectangle drawn from another corner', '40 60 -30 -40 re f', [10, 20, 40, 60]],
    ['several shapes', '1 1 2 2 re f 10 10 2 2 re f', [1, 1, 12, 12]],
    ['an image, which fills the unit square', '40 0 0 30 100 200 cm /X5 Do', [100, 200, 140, 230]],
  ])('hold %s', (_case, drawn, box) => {
    expect(boxOf(drawn)).toEqual(box);
  });

  it.each<[string, string, Box]>([
    ['moved', '1 0 0 1 100 200 cm 0 0 5 5 re f', [100, 200, 105, 205]],
    ['enlarged', '2 0 0 3 0 0 cm 1 1 5 5 re f', [2, 3, 12, 18]],
    ['turned upside down, as Chromium draws', '.24 0 0 -.24 0 792 cm 100 100 50 50 re f', [24, 756, 36, 768]],
    ['turned by a quarter', '0 1 -1 0 0 0 cm 1 2 3 4 re f', [-6, 1, -2, 4]],
    ['turned by a quarter twice', '0 1 -1 0 0 0 cm 0 1 -1 0 0 0 cm 1 2 3 4 re f', [-4, -6, -1, -2]],
    ['first enlarged, then moved', '1 0 0 1 10 10 cm 2 0 0 2 0 0 cm 1 1 1 1 re f', [12, 12, 14, 14]],
    ['moved back behind it', 'q 1 0 0 1 99 99 cm Q 1 1 1 1 re f', [1, 1, 2, 2]],
    ['moved within what is moved', 'q 1 0 0 1 5 5 cm q 1 0 0 1 5 5 cm Q 1 1 1 1 re f Q', [6, 6, 7, 7]],
  ])('follow it where it is %s', (_case, drawn, box) => {
    const found = boxOf(drawn);
    expect(found).toHaveLength(4);
    found?.forEach((side, index) => expect(side).toBeCloseTo(box[index] ?? Number.NaN, 9));
  });

  it('follow what was moved before it began', () => {
    expect(boundsOf('1 0 0 1 50 60 cm q /Figure <</MCID 3>> BDC 0 0 1 1 re f EMC Q')).toEqual(
      new Map([[3, [50, 60, 51, 61]]]),
    );
  });

  it('are those of each mark', () => {
    const stream = '/Figure <</MCID 1>> BDC 0 0 1 1 re f EMC 9 9 9 9 re f /Figure <</MCID 2>> BDC 5 5 1 1 re f EMC';
    expect([...boundsOf(stream)]).toEqual([
      [1, [0, 0, 1, 1]],
      [2, [5, 5, 6, 6]],
    ]);
  });

  it('are those of the inner mark, and of the outer again behind it; marks without a number count for neither', () => {
    const inner = '/Figure <</MCID 2>> BDC /Span BMC 5 5 1 1 re f EMC EMC';
    expect([...boundsOf(`/P <</MCID 1>> BDC 0 0 1 1 re f ${inner} 2 2 1 1 re f EMC`)]).toEqual([
      [1, [0, 0, 3, 3]],
      [2, [5, 5, 6, 6]],
    ]);
  });

  it.each([
    ['text', '/P <</MCID 0>> BDC BT /F1 12 Tf 1 0 0 -1 30 50 Tm <0001> Tj ET EMC'],
    ['what no element claims', '/Artifact <</Type /Layout>> BDC 0 0 9 9 re f EMC 0 0 9 9 re f'],
    ['a mark around nothing', '/Figure <</MCID 0>> BDC EMC'],
    ['nothing', ''],
  ])('are none for %s', (_case, stream) => {
    expect(boundsOf(stream).size).toBe(0);
  });

  it('touch the outermost points, whatever their number, and wherever all of them are moved', () => {
    const place = fc.integer({ min: -500, max: 500 });
    const points = fc.array(fc.tuple(place, place), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(points, place, place, fc.integer({ min: 1, max: 9 }), (drawn, right, up, scale) => {
        const path = drawn.map(([x, y], index) => `${x} ${y} ${index === 0 ? 'm' : 'l'}`).join(' ');
        const [xs, ys] = [drawn.map(([x]) => x * scale + right), drawn.map(([, y]) => y * scale + up)];
        expect(boxOf(`${scale} 0 0 ${scale} ${right} ${up} cm ${path} S`)).toEqual([
          Math.min(...xs),
          Math.min(...ys),
          Math.max(...xs),
          Math.max(...ys),
        ]);
      }),
    );
  });
});
