import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Operation, parseContentStream } from '../../src/pdf/content-stream.ts';
import { markArtifacts } from '../../src/pdf/mark-artifacts.ts';
import { writeContentStream } from '../../src/pdf/write-content-stream.ts';

const FIXTURES = new URL('fixtures/marks/', import.meta.url);

const parsed = (stream: string): Operation[] => parseContentStream(Buffer.from(stream, 'latin1'));
const lines = (operations: readonly Operation[]): string[] =>
  operations.map((operation) => Buffer.from(writeContentStream([operation])).toString('latin1'));

/** What marking makes of a page: an operation to a line, then what changed for the elements, as comments. */
function outcome(stream: string): string {
  const { operations, dropped, continued } = markArtifacts(parsed(stream));
  const changes = [...continued].map(([mcid, more]) => `% ${mcid} goes on as ${more.join(', ')}`);
  if (dropped.size > 0) changes.unshift(`% dropped: ${[...dropped].join(', ')}`);
  return [...lines(operations), ...changes].map((line) => `${line}\n`).join('');
}

// Each file holds pairs of a page's content as Chromium writes it and as it is marked.
for (const name of readdirSync(FIXTURES).sort()) {
  const pairs = [...readFileSync(new URL(name, FIXTURES), 'utf8').matchAll(/^(.+)\n\.\n([^]*?)^\.\n([^]*?)^\.$/gm)];

  describe(`marking, ${name.replace('.txt', '')}`, () => {
    it('has at least one pair in its fixture file', () => expect(pairs).not.toEqual([]));

    for (const [, heading = '', input = '', expected = ''] of pairs) {
      it(heading, () => {
        expect(outcome(input)).toBe(expected);
        expect(outcome(expected)).toBe(expected.replaceAll(/^% .*\n/gm, ''));
      });
    }
  });
}

const TEXT = new Set(['Tj', 'TJ']);
const SHAPES = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*', 'Do', 'sh']);

/** A piece of a page that is painted, and the mark that claims it, such as `P 4`; `Layout` or `Pagination` of decoration. */
interface Painted {
  drawn: string;
  mark: string;
}

/** Reads the marks of a page as ISO 32000-1, 14.6, has them. @throws for marks that cross each other or text objects */
function paintedOf(operations: readonly Operation[]): Painted[] {
  const painted: Painted[] = [];
  const marks: { text: string; isInText: boolean }[] = [];
  let isInText = false;
  for (const [index, line] of lines(operations).entries()) {
    const operator = operations[index]?.operator ?? '';
    if (operator === 'BDC' || operator === 'BMC') marks.push({ text: line, isInText });
    if (operator === 'EMC' && marks.pop()?.isInText !== isInText) throw new Error('A mark ends elsewhere.');
    if (operator === 'BT') isInText = true;
    if (operator === 'ET') {
      isInText = false;
      if (marks.some((mark) => mark.isInText)) throw new Error('A mark is open behind its text object.');
    }
    if (!TEXT.has(operator) && !SHAPES.has(operator)) continue;
    const found = marks.map(({ text }) => /^\/(\w+) <<\/MCID (\d+)>>|^\/Artifact <<\/Type \/(\w+)>>/.exec(text));
    const [, tag, mcid, decoration] = found.findLast((mark) => mark) ?? [];
    painted.push({ drawn: line, mark: decoration ?? (tag ? `${tag} ${mcid}` : 'none') });
  }
  if (marks.length > 0) throw new Error('A mark is open at the end of the page.');
  return painted;
}

/** Anything a page may have between its marks, as Chromium writes it. */
const anyPiece = fc.oneof(
  fc.constantFrom('q', 'Q', '0 0 0 rg', '/G3 gs', '1 0 0 1 5 5 cm'),
  fc.constantFrom(...SHAPES).map((operator) => {
    if (operator === 'Do') return '/X5 Do';
    return operator === 'sh' ? '/S1 sh' : `1 2 m 3 4 l ${operator}`;
  }),
  fc.constantFrom('0 0 5 5 re f', '0 0 5 5 re W n', '0 0 5 5 re W* f', '1 2 m 3 4 5 6 7 8 c h 9 9 m 8 8 l S'),
  fc
    .array(
      fc.constantFrom(
        '<0001> Tj',
        '[<0001> 5 <0002>] TJ',
        '12 0 Td',
        '/Span <</ActualText <feff0041>>> BDC <0003> Tj EMC',
        '/Span <</ActualText <feff2066>>> BDC EMC',
        '/ReversedChars BMC /Span <</ActualText <feff0627>>> BDC <0004> Tj EMC EMC',
      ),
      { maxLength: 3 },
    )
    .map((inside) => `BT /F4 12 Tf ${inside.join(' ')} ET`),
);
const anyMark = fc
  .tuple(fc.constantFrom('P', 'NonStruct', 'Figure', 'Lbl'), fc.integer({ min: 0, max: 9 }))
  .map(([tag, mcid]) => `/${tag} <</MCID ${mcid}>> BDC`);
/** Any page: marks may stand within marks, and have the same number as another. */
const anyPage = fc
  .array(
    fc.oneof({ weight: 4, arbitrary: anyPiece }, { weight: 2, arbitrary: anyMark }, fc.constant('/Content BMC'), {
      weight: 2,
      arbitrary: fc.constant('EMC'),
    }),
    { maxLength: 30 },
  )
  .map((pieces) => {
    let open = 0;
    const balanced = pieces.filter((piece) => {
      if (piece === 'EMC') return open > 0 && open-- > 0;
      if (/BDC$|BMC$/.test(piece) && !piece.startsWith('BT')) open++;
      return true;
    });
    return parsed([...balanced, ...Array<string>(open).fill('EMC')].join('\n'));
  });

const withoutMarks = (operations: readonly Operation[]): string[] =>
  lines(operations.filter(({ operator }) => !['BDC', 'BMC', 'EMC'].includes(operator)));

const openedIn = (operations: readonly Operation[]): string[] =>
  lines(operations).flatMap((line) => /<<\/MCID (\d+)>> BDC$/.exec(line)?.[1] ?? []);

describe('a marked page, whatever is drawn on it', () => {
  const holds = (check: (before: Operation[], after: ReturnType<typeof markArtifacts>) => void) =>
    fc.assert(
      fc.property(anyPage, (page) => {
        check(page, markArtifacts(page));
      }),
      { numRuns: 300 },
    );

  it('draws the same in the same order', () => {
    holds((before, { operations }) => expect(withoutMarks(operations)).toEqual(withoutMarks(before)));
  });

  it('has marks that open and close in turn, outside of text objects or within one, and nothing painted without', () => {
    holds((_, { operations }) => {
      expect(paintedOf(operations).filter(({ mark }) => mark === 'none')).toEqual([]);
    });
  });

  it('opens each number once, and none within another mark', () => {
    holds((_, { operations }) => {
      const opened = openedIn(operations);
      expect(new Set(opened).size).toBe(opened.length);
      let depth = 0;
      for (const line of lines(operations)) {
        if (line.endsWith('EMC')) depth--;
        if (/MCID|Artifact/.test(line)) expect(depth).toBe(0);
        if (/BDC$|BMC$/.test(line)) depth++;
      }
    });
  });

  it('has every text under the mark it had, or one that goes on from it, and every shape outside of drawings as decoration', () => {
    holds((before, { operations, continued }) => {
      const source = new Map([...continued].flatMap(([mcid, more]) => more.map((next) => [next, mcid])));
      const after = paintedOf(operations).map(({ drawn, mark }) => {
        const [, tag, number] = /^(\w+) (\d+)$/.exec(mark) ?? [];
        return { drawn, mark: number ? `${tag} ${source.get(Number(number)) ?? number}` : mark };
      });
      const wanted = paintedOf(before).map(({ drawn, mark }) => {
        if (/T[jJ]$/.test(drawn)) return { drawn, mark: mark === 'none' ? 'Pagination' : mark };
        return { drawn, mark: /^(?:Figure|Lbl) /.test(mark) ? mark : 'Layout' };
      });
      expect(after).toEqual(wanted);
    });
  });

  it('names what is no longer there, and gives what goes on numbers nothing had', () => {
    holds((before, { operations, dropped, continued }) => {
      const [was, is] = [openedIn(before), openedIn(operations)];
      expect([...dropped].map(String).sort()).toEqual([...new Set(was)].filter((mcid) => !is.includes(mcid)).sort());
      const fresh = [...continued.values()].flat().map(String);
      expect(fresh.sort()).toEqual(is.filter((mcid) => !was.includes(mcid)).sort());
      expect([...continued.keys()].filter((mcid) => dropped.has(mcid))).toEqual([]);
    });
  });

  it('stays as it is when it is marked again', () => {
    holds((_, { operations }) => {
      const again = markArtifacts(operations);
      expect(lines(again.operations)).toEqual(lines(operations));
      expect([again.dropped.size, again.continued.size]).toEqual([0, 0]);
    });
  });
});
