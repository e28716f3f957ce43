import { describe, expect, it } from 'vitest';
import { parseContentStream } from '../../src/pdf/content-stream.ts';
import type { PdfFont } from '../../src/pdf/read-fonts.ts';
import { joinRuns, readPageText, type Run } from '../../src/pdf/read-page-text.ts';

/** A font whose glyph codes are the code points themselves, half as wide as high; it knows no letter from U+E000 on. */
const FONT: PdfFont = {
  name: 'Test',
  isEmbedded: true,
  isType3: false,
  textOf: (code) => (code === 0 || code >= 0xe000 ? undefined : String.fromCharCode(code)),
  widthOf: (string) => (string.length / 2) * 500,
};
const glyphs = (text: string): string => `<${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
const read = (stream: string) =>
  readPageText(parseContentStream(Buffer.from(stream, 'latin1')), new Map([['F1', FONT]]));

/** A text object drawn at a place, as Chromium writes one. */
const drawn = (x: number, y: number, ...operations: string[]): string =>
  `BT /F1 12 Tf 1 0 0 -1 ${x} ${y} Tm ${operations.join(' ')} ET\n`;
const show = (text: string): string => `${glyphs(text)} Tj`;
const marked = (id: number, content: string): string => `/P <</MCID ${id}>> BDC ${content} EMC`;
const actual = (text: string, content: string): string =>
  `/Span <</ActualText <feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>>> BDC ${content} EMC`;

/** The text of the one marked piece of a stream. */
const textOf = (content: string, isRtl = false): string =>
  joinRuns(read(marked(1, content)).marked.get(1) ?? [], isRtl);

describe('the text of a printed page', () => {
  it('belongs to the tag that encloses it, and to none if it has none', () => {
    const { marked: byTag, unmarked } = read(`${marked(7, drawn(0, 10, show('body')))} ${drawn(0, 500, show('foot'))}`);
    expect([...byTag].map(([id, runs]) => [id, joinRuns(runs, false)])).toEqual([[7, 'body']]);
    expect(joinRuns(unmarked, false)).toBe('foot');
  });

  it('is read from arrays of strings and offsets', () => {
    expect(textOf(drawn(0, 10, `[${glyphs('Wa')} -80 ${glyphs('ter')}] TJ`))).toBe('Water');
  });

  it('keeps pieces drawn one after another on a line together', () => {
    expect(textOf(drawn(0, 10, show('a'), '5 0 Td', show('b')) + drawn(10, 10, show('c')))).toBe('abc');
  });

  it('puts a space between lines', () => {
    expect(textOf(drawn(0, 10, show('first')) + drawn(0, 25, show('second')))).toBe('first second');
  });

  it('takes ActualText in place of glyphs, also of those no text is known for', () => {
    const page = read(marked(1, drawn(0, 10, actual('ក្រ', show('\uE001\uE002')), show('ម'))));
    expect(joinRuns(page.marked.get(1) ?? [], false)).toBe('ក្រម');
    expect(page.unreadableGlyphs).toBe(0);
  });

  it('drops the ActualText of a ghost, which has no glyph of its own', () => {
    expect(textOf(drawn(0, 10, actual('ghost', '')) + drawn(0, 10, show('text')))).toBe('text');
    expect(textOf(drawn(0, 10, actual('ghost', '<> Tj'), show('text')))).toBe('text');
  });

  it('takes ActualText also where the last of several pieces drawn under it is empty', () => {
    expect(textOf(drawn(0, 10, actual('ក្រ', `[${glyphs('\uE001')} -10 <>] TJ`)))).toBe('ក្រ');
  });

  it('knows where it was drawn by the widths of its letters and the distances between them', () => {
    // Letters of half of 12 points, the third one moved 80 thousandths nearer, in a piece that starts 5 further on.
    const { marked: byTag } = read(marked(1, drawn(10, 20, '5 0 Td', `[${glyphs('Wa')} 80 ${glyphs('t')}] TJ`)));
    const [run] = byTag.get(1) ?? [];
    expect(run).toMatchObject({ text: 'Wat', y: 20, start: 15, end: expect.closeTo(15 + 12 - 0.96, 9) as number });
  });

  it('knows it also of letters that follow others without a step', () => {
    const { marked: byTag } = read(marked(1, drawn(10, 20, '5 0 Td', show('Wa'), actual('t', show('t')))));
    expect(byTag.get(1)?.[0]).toMatchObject({ text: 'Wat', start: 15, end: 15 + 12 });
  });

  it('keeps words of one line together and boxes of a footer apart, also where each is one string', () => {
    // Twenty letters of six pixels: the next word starts where they end, and the next box well behind that.
    const [left, next, far] = ['WAT-1-en – Edition 1', ' of 2026', 'Page 1'];
    const line = drawn(0, 10, show(left)) + drawn(120, 10, show(next)) + drawn(300, 10, show(far));
    expect(textOf(line)).toBe(`${left}${next} ${far}`);
  });

  it('counts empty boxes and glyphs that stand for no known text', () => {
    expect(read(drawn(0, 10, show('a\u0000\u0000b\uE001')))).toMatchObject({ missingGlyphs: 2, unreadableGlyphs: 3 });
  });
});

describe('right-to-left text of a printed page', () => {
  const reversed = (text: string): string => `/ReversedChars BMC ${show([...text].reverse().join(''))} EMC`;

  it('is read from its end, being drawn from left to right', () => {
    expect(textOf(drawn(0, 10, reversed('ماء')), true)).toBe('ماء');
  });

  it('has its words in the order of reading', () => {
    expect(textOf(drawn(0, 10, reversed('الماء')) + drawn(40, 10, reversed('شرب ')), true)).toBe('شرب الماء');
  });

  it('keeps numbers and Latin words in theirs', () => {
    const line =
      drawn(0, 10, reversed(' مل')) +
      drawn(20, 10, show('200')) +
      drawn(40, 10, show('–')) +
      drawn(50, 10, show('250'));
    expect(textOf(line + drawn(70, 10, reversed('نحو ')), true)).toContain('نحو');
    const name =
      drawn(0, 10, reversed(' نعم')) +
      drawn(20, 10, show('Open ')) +
      drawn(40, 10, show('Door')) +
      drawn(60, 10, reversed('اسألوا '));
    expect(textOf(name, true)).toBe('اسألوا Open Door نعم');
  });

  it('keeps all that stands in a left-to-right isolate, whose marks are drawn with the text around it', () => {
    const range = drawn(20, 10, show('200')) + drawn(40, 10, show('–')) + drawn(50, 10, show('250'));
    const line = drawn(0, 10, reversed('\u2069 مل')) + range + drawn(80, 10, reversed('نحو \u2066'));
    expect(textOf(line, true)).toBe('نحو \u2066200–250\u2069 مل');
  });
});

describe('Farsi digits in a right-to-left line', () => {
  it('are one number also where what joins them is drawn by itself', () => {
    const time = drawn(20, 10, show('۸')) + drawn(30, 10, show(':')) + drawn(35, 10, show('۳۰'));
    const before = `/ReversedChars BMC ${show([...'از '].reverse().join(''))} EMC`;
    expect(textOf(time + drawn(50, 10, before), true)).toBe('از ۸:۳۰');
    const range = drawn(10, 10, show('۱۷')) + drawn(22, 10, show(':')) + drawn(26, 10, show('۰۰'));
    const until = drawn(40, 10, `/ReversedChars BMC ${show([...' تا '].reverse().join(''))} EMC`);
    const from = drawn(60, 10, show('۸')) + drawn(66, 10, show(':')) + drawn(70, 10, show('۳۰'));
    expect(textOf(range + until + from, true)).toBe('۸:۳۰ تا ۱۷:۰۰');
  });
});

describe('the joining of runs', () => {
  const run = (text: string, start: number, y = 10): Run => ({ text, start, end: start, y, isReversed: false });

  it('starts anew where the next box begins, so that a footer keeps its parts apart', () => {
    expect(joinRuns([run('WAT', 0), run('Page', 300), run('English', 600)], false)).toBe('WAT Page English');
  });

  it('starts anew where drawing goes back to the left, as in the next column', () => {
    expect(joinRuns([run('b', 300), run('a', 0)], false)).toBe('b a');
  });

  it('gives nothing for nothing', () => {
    expect(joinRuns([], true)).toBe('');
  });
});
