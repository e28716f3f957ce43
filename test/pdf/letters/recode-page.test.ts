import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseContentStream } from '../../../src/pdf/content-stream.ts';
import { recodePage } from '../../../src/pdf/letters/recode-page.ts';
import { writeContentStream } from '../../../src/pdf/write-content-stream.ts';
import { mergedOf, sampleFont, type SampleGlyph, shownCodes } from './sample-letters.ts';

const FIXTURES = new URL('../fixtures/recoded/', import.meta.url);
const PAIR = /^(.+)\n\.\n([^]*?)^\.\n([^]*?)^\.$/gm;

/** Fonts by what the top of a fixture file says of them: `% /F4 004f=928=ម`; without a text it is a part of letters, and `_` behind it makes it a blank. */
function fontsIn(fixture: string) {
  return new Map(
    [...fixture.matchAll(/^% \/F(\d+) (.*)$/gm)].map(([, number = '', list = '']) => {
      const glyphs = list.split(' ').map((entry): [number, SampleGlyph] => {
        const [code = '', width = '', text = ''] = entry.split('=');
        const said = text === '_' ? ' ' : text.replace('_', '');
        return [Number.parseInt(code, 16), text.endsWith('_') ? [Number(width), said, 'blank'] : [Number(width), said]];
      });
      return [`F${number}`, sampleFont(Number(number), Object.fromEntries(glyphs))];
    }),
  );
}

/** What a page becomes, an operation to a line, and what its codes are, as comments. */
function outcome(fixture: string, stream: string, isRtl: boolean): string {
  const sources = fontsIn(fixture);
  const { font, fonts } = mergedOf(sources.values());
  const operations = recodePage(parseContentStream(Buffer.from(stream, 'latin1')), {
    sources,
    fonts,
    isRtl: () => isRtl,
  });
  const codes = shownCodes(font).map((line) => `% ${line}\n`);
  return `${Buffer.from(writeContentStream(operations)).toString('latin1')}\n${codes.join('')}`;
}

// Each file holds the fonts of a page, and pairs of its content as Chromium writes it and as it is written anew.
for (const name of readdirSync(FIXTURES).sort()) {
  const fixture = readFileSync(new URL(name, FIXTURES), 'utf8');
  const pairs = [...fixture.matchAll(PAIR)];

  describe(`text written anew, ${name.replace('.txt', '')}`, () => {
    it('has at least one pair in its fixture file', () => expect(pairs).not.toEqual([]));

    for (const [, heading = '', input = '', expected = ''] of pairs) {
      it(heading, () => {
        expect(outcome(fixture, input, heading.includes('right-to-left paragraph'))).toBe(expected);
      });
    }
  });
}
