import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseContentStream } from '../../src/pdf/content-stream.ts';
import { joinLetters } from '../../src/pdf/join-letters.ts';
import { joinTextObjects } from '../../src/pdf/join-text-objects.ts';
import { writeContentStream } from '../../src/pdf/write-content-stream.ts';
import { type DrawnText, drawnText, printedLine, textObjects, textObjectsWithFewerSteps } from './drawn-text.ts';
import { glyphPlaces, movedGlyphs } from './glyph-places.ts';

const joined = (stream: string): string =>
  Buffer.from(writeContentStream(joinTextObjects(parseContentStream(Buffer.from(stream, 'latin1'))))).toString(
    'latin1',
  );

/** Glyphs that the joining of text objects draws elsewhere, in another font or under another tag. */
const moved = ({ operations, fonts }: DrawnText): string[] =>
  movedGlyphs(glyphPlaces(operations, fonts), glyphPlaces(joinTextObjects(operations), fonts));

const FIRST = 'BT\n/F1 12 Tf\n1 0 0 -1 37 705 Tm\n12 0 Td\n<0001> Tj\n7.5 -2 Td\n<0002> Tj\nET';
const SECOND = 'BT\n/F2 12 Tf\n1 0 0 -1 37 705 Tm\n30 0 Td\n<0003> Tj\nET';

describe('text objects from the same place', () => {
  it('become one, with a step back to the start of the line where the second began', () => {
    expect(joined(`${FIRST}\n${SECOND}`)).toBe(
      `${FIRST.replace('\nET', '')}\n/F2 12 Tf\n-19.5 2 Td\n30 0 Td\n<0003> Tj\nET`,
    );
  });

  it('become one also where marks open before the place is given, which stay where they were', () => {
    const marked = SECOND.replace('BT\n', 'BT\n/Span <</ActualText <feff1795>>> BDC\n').replace('ET', 'EMC\nET');
    expect(joined(`${FIRST}\n${marked}`)).toContain(
      'Tj\n/Span <</ActualText <feff1795>>> BDC\n/F2 12 Tf\n-19.5 2 Td\n30 0 Td\n<0003> Tj\nEMC\nET',
    );
  });

  it.each([
    ['they start from different places', SECOND.replace('705', '725')],
    ['they are turned differently', SECOND.replace('1 0 0 -1', '1 0 .2 -1')],
    ['a tag ends or begins between them', `EMC\n/P <</MCID 5>> BDC\n${SECOND}`],
    ['a colour is set between them', `.5 0 0 rg\n${SECOND}`],
  ])('stay apart when %s', (_case, next) => {
    expect(joined(`${FIRST}\n${next}`).match(/^BT$/gm)).toHaveLength(2);
  });

  it('draw every glyph where it was behind an object without anything in it', () => {
    expect(moved(drawnText(`${FIRST}\nBT\nET\n${SECOND}`))).toEqual([]);
  });

  it('draw every glyph where it was, in its font and under its tags, whatever they are made of', () => {
    fc.assert(
      fc.property(fc.oneof(textObjects, textObjectsWithFewerSteps), (stream) => {
        expect(moved(drawnText(stream))).toEqual([]);
      }),
    );
  });

  it('draw every glyph where it was also when their letters are joined next, as on a sheet', () => {
    fc.assert(
      fc.property(textObjects, (stream) => {
        const { operations, fonts } = drawnText(stream);
        const finished = glyphPlaces(joinLetters(joinTextObjects(operations), fonts), fonts);
        expect(movedGlyphs(glyphPlaces(operations, fonts), finished)).toEqual([]);
      }),
    );
  });

  it('leave everything else of the page as it was, in its order', () => {
    const others = (stream: string) => stream.split('\n').filter((line) => !/(?:^BT|^ET| Tm| Td)$/.test(line));
    fc.assert(
      fc.property(textObjects, (stream) => {
        const written = Buffer.from(writeContentStream(drawnText(stream).operations)).toString('latin1');
        expect(others(joined(written))).toEqual(others(written));
      }),
    );
  });

  it('open and close as often as each other', () => {
    fc.assert(
      fc.property(textObjects, (stream) => {
        const brackets = joined(stream).match(/^(?:BT|ET)$/gm) ?? [];
        expect(brackets).toEqual(brackets.map((_, index) => (index % 2 === 0 ? 'BT' : 'ET')));
      }),
    );
  });

  it('look the same in a Vietnamese line, whose fonts change every few letters', () => {
    const line = printedLine('vietnamese');
    expect(moved(line)).toEqual([]);
    expect(joinTextObjects(line.operations).filter(({ operator }) => operator === 'BT')).toHaveLength(1);
  });
});

describe('a page with right-to-left text', () => {
  it('is left as it is, because each of its text objects is drawn in a direction of its own', () => {
    const { operations } = printedLine('arabic');
    expect(joinTextObjects(operations)).toEqual(operations);
  });

  it('is left as it is also where it has left-to-right text before and behind', () => {
    const reversed = 'BT\n/ReversedChars BMC\n/F2 12 Tf\n1 0 0 -1 37 705 Tm\n<0004> Tj\nEMC\nET';
    const stream = `${FIRST}\n${SECOND}\n${reversed}\n${FIRST}\n${SECOND}`;
    expect(joined(stream)).toBe(stream);
  });
});
