import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { type Operation, parseContentStream } from '../../src/pdf/content-stream.ts';
import { glyphCodes, type PdfFont } from '../../src/pdf/read-fonts.ts';

/** Operations of a content stream, and the fonts they name. */
export interface DrawnText {
  operations: Operation[];
  fonts: Map<string, PdfFont>;
}

/** A font that knows nothing of its glyphs but their widths. */
export function fontOf(widthOfCode: (code: number) => number): PdfFont {
  const widthOf = (string: Uint8Array) => glyphCodes(string).reduce((sum, code) => sum + widthOfCode(code), 0);
  return { name: 'Test', isEmbedded: true, isType3: false, textOf: () => undefined, widthOf };
}

/** The stream of a text, with two fonts whose widths differ from letter to letter, and one that is not known: `/F9`. */
export function drawnText(stream: string): DrawnText {
  const fonts = new Map([
    ['F1', fontOf((code) => 300 + 37 * (code % 19))],
    ['F2', fontOf((code) => (code % 5 === 0 ? 0 : 500))],
  ]);
  return { operations: parseContentStream(Buffer.from(stream, 'latin1')), fonts };
}

/** A line of `fixtures/lines/`, as a browser printed it; comments at its top give the widths of its letters. */
export function printedLine(name: string): DrawnText {
  const stream = readFileSync(new URL(`fixtures/lines/${name}.txt`, import.meta.url), 'latin1');
  const fonts = [...stream.matchAll(/^% \/(\w+) (.*)$/gm)].map(([, font = '', list = '']): [string, PdfFont] => {
    const widths = new Map(
      list.split(' ').map((pair) => [Number.parseInt(pair.slice(0, 4), 16), Number(pair.slice(5))]),
    );
    return [font, fontOf((code) => widths.get(code) ?? Number.NaN)];
  });
  return { operations: parseContentStream(Buffer.from(stream, 'latin1')), fonts: new Map(fonts) };
}

const oneGlyph = fc.integer({ min: 1, max: 60 }).map((code) => code.toString(16).padStart(4, '0'));
const glyphs = fc.oneof(
  { weight: 5, arbitrary: oneGlyph },
  { weight: 1, arbitrary: fc.string({ unit: oneGlyph, minLength: 2, maxLength: 4 }) },
);
/** About as far as a letter is wide, a little more or less, or to another place of the line; never nowhere. */
const distance = fc
  .oneof(
    { weight: 5, arbitrary: fc.double({ min: 2, max: 14, noNaN: true }) },
    { weight: 1, arbitrary: fc.double({ min: -300, max: 300, noNaN: true }) },
  )
  .filter((step) => Math.abs(step) > 0.02);
const height = fc.oneof(
  { weight: 9, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.double({ min: -3, max: 3, noNaN: true }) },
);
const move = fc.tuple(distance, height).map(([x, y]) => `${x.toFixed(7)} ${y.toFixed(7)} Td`);
const font = fc
  .tuple(fc.constantFrom('F1', 'F2', 'F9'), fc.double({ min: 8, max: 32, noNaN: true }))
  .map(([name, size]) => `/${name} ${size.toFixed(4)} Tf`);
const letter = fc.tuple(move, glyphs).map(([step, string]) => `${step} <${string}> Tj`);
const spaced = fc
  .tuple(move, glyphs, fc.integer({ min: -900, max: 900 }), glyphs)
  .map(([step, first, gap, second]) => `${step} [<${first}> ${gap} <${second}>] TJ`);
const marked = fc
  .array(letter, { minLength: 1, maxLength: 3 })
  .map((letters) => `/Span <</ActualText <feff1795>>> BDC ${letters.join(' ')} EMC`);
const place = fc
  .tuple(fc.constantFrom('37 100', '37 120', '405.25 100'), font)
  .map(([at, first]) => `${first} 1 0 0 -1 ${at} Tm`);

/** A text object as a browser writes it: its font and place, then a step to every letter, font after font. */
export const textObject = fc
  .tuple(
    place,
    fc.array(
      fc.oneof(
        { weight: 8, arbitrary: letter },
        { weight: 1, arbitrary: font },
        { weight: 1, arbitrary: spaced },
        { weight: 1, arbitrary: marked },
      ),
      { maxLength: 25 },
    ),
  )
  .map(([start, drawn]) => `BT\n${[start, ...drawn].join('\n')}\nET`);

/** Several text objects, some of them from the same place, with or without something else between. */
export const textObjects = fc
  .array(fc.tuple(textObject, fc.constantFrom('', '', '', 'q 0 0 10 10 re f Q', '/P <</MCID 4>> BDC EMC')), {
    maxLength: 6,
  })
  .map((objects) => objects.flat().join('\n'));

/** The same, with some letters that follow the one before without a step, or with a step of nothing. */
export const textObjectsWithFewerSteps = fc
  .tuple(textObjects, fc.array(fc.constantFrom('', '0 0 Td', undefined, undefined), { minLength: 1, maxLength: 9 }))
  .map(([stream, steps]) => {
    let index = 0;
    return stream.replaceAll(/\S+ \S+ Td/g, (step) => steps[index++ % steps.length] ?? step);
  });
