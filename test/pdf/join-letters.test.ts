import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinLetters } from '../../src/pdf/join-letters.ts';
import { writeContentStream } from '../../src/pdf/write-content-stream.ts';
import { type DrawnText, drawnText, printedLine, textObjects, textObjectsWithFewerSteps } from './drawn-text.ts';
import { glyphPlaces, movedGlyphs } from './glyph-places.ts';

const shorter = ({ operations, fonts }: DrawnText): string =>
  Buffer.from(writeContentStream(joinLetters(operations, fonts))).toString('latin1');

/** Glyphs that the joining of letters draws elsewhere. */
const moved = ({ operations, fonts }: DrawnText): string[] =>
  movedGlyphs(glyphPlaces(operations, fonts), glyphPlaces(joinLetters(operations, fonts), fonts));

const START = 'BT\n/F1 10 Tf\n1 0 0 -1 30 50 Tm';

describe('the places of glyphs, as the tests of this folder find them', () => {
  // Widths of F1: glyph 1 has 337 thousandths, glyph 2 has 374.
  const placesOf = ({ operations, fonts }: DrawnText) =>
    glyphPlaces(operations, fonts).map(({ code, x, y }) => [code, Number(x.toFixed(3)), Number(y.toFixed(3))]);

  it('start from the matrix of the text and move with each step, down being down', () => {
    expect(placesOf(drawnText(`${START} <0001> Tj 5 0 Td <0002> Tj 0 -2 Td <0002> Tj ET`))).toEqual([
      [1, 30, 50],
      [2, 35, 50],
      [2, 35, 52],
    ]);
  });

  it('follow the widths of letters, and the distances between them', () => {
    expect(placesOf(drawnText(`${START} <00010002> Tj [<0001> -100 <0001>] TJ ET`))).toEqual([
      [1, 30, 50],
      [2, 33.37, 50],
      [1, 37.11, 50],
      [1, 41.48, 50],
    ]);
  });

  it('differ when a letter is moved, lost, or another one', () => {
    const placed = (stream: string) => glyphPlaces(drawnText(stream).operations, drawnText(stream).fonts);
    const before = placed(`${START} <0001> Tj 5 0 Td <0002> Tj ET`);
    expect(movedGlyphs(before, placed(`${START} <0001> Tj 5.04 0 Td <0002> Tj ET`))).toEqual([]);
    expect(movedGlyphs(before, placed(`${START} <0001> Tj 5.06 0 Td <0002> Tj ET`))).toHaveLength(1);
    expect(movedGlyphs(before, placed(`${START} <0001> Tj ET`))).toHaveLength(1);
    expect(movedGlyphs(before, placed(`${START} <0001> Tj 5 0 Td <0003> Tj ET`))).toHaveLength(1);
  });
});

describe('letters joined into words and lines', () => {
  it('are one string where each stands at the end of the one before', () => {
    expect(shorter(drawnText(`${START}\n5 0 Td <0001> Tj\n3.3700366 0 Td <0002> Tj\n3.7399 0 Td <0001> Tj\nET`))).toBe(
      `${START}\n5 0 Td\n<000100020001> Tj\nET`,
    );
  });

  it('have between them what is not their own width, in thousandths of their size', () => {
    expect(shorter(drawnText(`${START}\n<0001> Tj\n3.17 0 Td <0002> Tj\n4.24 0 Td <0001> Tj\nET`))).toBe(
      `${START}\n[<0001> 20 <0002> -50 <0001>] TJ\nET`,
    );
  });

  it('start anew in another place of the line, on another line and in another font', () => {
    expect(
      shorter(drawnText(`${START}\n<0001> Tj\n50 0 Td <0002> Tj\n3 -12 Td <0001> Tj\n/F2 9 Tf\n8 0 Td <0003> Tj\nET`)),
    ).toBe(`${START}\n<0001> Tj\n50 0 Td\n<0002> Tj\n3 -12 Td\n<0001> Tj\n/F2 9 Tf\n8 0 Td\n<0003> Tj\nET`);
  });

  it('are left apart in a font whose widths are not known', () => {
    const stream = `BT\n/F9 10 Tf\n1 0 0 -1 30 50 Tm\n<0001> Tj\n5 0 Td\n<0002> Tj\nET`;
    expect(shorter(drawnText(stream))).toBe(stream);
  });

  it('stand where they stood, to a twentieth of a pixel, whatever a line is made of', () => {
    fc.assert(
      fc.property(textObjects, (stream) => {
        expect(moved(drawnText(stream))).toEqual([]);
      }),
    );
  });

  it('leave everything else of the page as it was, in its order', () => {
    const others = ({ operations }: Pick<DrawnText, 'operations'>) =>
      operations.filter(({ operator }) => !['Td', 'Tj', 'TJ'].includes(operator));
    fc.assert(
      fc.property(textObjects, (stream) => {
        const { operations, fonts } = drawnText(stream);
        expect(others({ operations: joinLetters(operations, fonts) })).toEqual(others({ operations }));
      }),
    );
  });

  it('do not drift: a line of many letters, each a little off its width, ends where it ended', () => {
    const letters = Array.from({ length: 300 }, () => '3.3939 0 Td <0001> Tj').join('\n');
    expect(moved(drawnText(`${START}\n${letters}\nET`))).toEqual([]);
  });

  it('need no more bytes when they were joined before', () => {
    fc.assert(
      fc.property(textObjects, (stream) => {
        const { operations, fonts } = drawnText(stream);
        const once = joinLetters(operations, fonts);
        expect(joinLetters(once, fonts)).toHaveLength(once.length);
      }),
    );
  });
});

describe('lines as a browser printed them, with their letters joined', () => {
  it.each(['vietnamese', 'khmer', 'arabic'])('look the same: %s', (name) => {
    const line = printedLine(name);
    expect(glyphPlaces(line.operations, line.fonts).length).toBeGreaterThan(10);
    expect(moved(line)).toEqual([]);
  });

  it('look the same where the pen goes back to where it was', () => {
    expect(moved(drawnText(`${START} 5 0 Td <0001> Tj 0 0 Td <0002> Tj ET`))).toEqual([]);
  });

  it.each(['khmer-pen', 'punjabi-pen'])('look the same where a letter stands where the pen is: %s', (name) => {
    expect(moved(printedLine(name))).toEqual([]);
  });

  it('look the same where the pen goes back over an unseen sign, as in a footer', () => {
    expect(moved(printedLine('footer-isolate'))).toEqual([]);
  });

  it('look the same whatever steps are missing or lead nowhere', () => {
    fc.assert(
      fc.property(textObjectsWithFewerSteps, (stream) => {
        expect(moved(drawnText(stream))).toEqual([]);
      }),
    );
  });
});
