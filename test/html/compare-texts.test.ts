import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparable, compareTexts } from '../../src/html/compare-texts.ts';
import { formatProblem } from '../../src/problem.ts';

const PAGE = 'print/full/en/water-english-en.pdf';
const FILE = 'content/handouts/water/en.md';
const TEXTS = ['Drinking water', 'Drink two glasses.', '1-800-555-0101'];
const GOOD = 'Drinking water\nDrink two\nglasses.\nCall 1-800-555-0101';

/** What is wrong with a page that should hold some texts, each on its own line of a file; nothing if it is right. */
const compared = (found: string, texts: readonly string[] = TEXTS, otherFigures: readonly string[] = []): string[] => {
  const expected = texts.map((text, index) => ({ text, where: { file: FILE, line: index + 1 } }));
  return compareTexts({ path: PAGE, text: found }, expected, otherFigures).map(
    ({ where, what }) => `${where.file}${where.line === undefined ? '' : `:${where.line}`} ${what}`,
  );
};

describe('a finished page or sheet', () => {
  it('passes when every text stands on it, in order, however its lines break', () => {
    expect(compared(GOOD)).toEqual([]);
  });

  it.each([
    [
      'a sentence',
      GOOD.replace('Drink two\nglasses.', ''),
      `${FILE}:2 This text is missing from ${PAGE}: "${TEXTS[1]}"`,
    ],
    ['one letter', GOOD.replace('glasses', 'glases'), `${FILE}:2 This text is missing from ${PAGE}: "${TEXTS[1]}"`],
    ['its phone number', GOOD.replace(/1-.*/, ''), `${FILE}:3 This text is missing from ${PAGE}: "1-800-555-0101"`],
  ])('is stopped when it lacks %s', (_case, found, problem) => {
    expect(compared(found)).toEqual([problem]);
  });

  it('is stopped when its text is in another order', () => {
    expect(compared('Drinking water 1-800-555-0101 Drink two glasses.')).toEqual([
      `${FILE}:2 This text stands in another place on ${PAGE}: "Drink two glasses."`,
    ]);
  });

  it('names the text that moved, not those it passed', () => {
    expect(compared('two; three; one; four;', ['one;', 'two;', 'three;', 'four;'])).toEqual([
      `${FILE}:1 This text stands in another place on ${PAGE}: "one;"`,
    ]);
    expect(compared('one; four; two; three;', ['one;', 'two;', 'three;', 'four;'])).toHaveLength(1);
  });

  it('is stopped in every order but the right one, and never said to lack what stands there', () => {
    const letters = [...'abcdef'];
    fc.assert(
      fc.property(fc.shuffledSubarray(letters, { minLength: 6 }), (order) => {
        const problems = compared(order.join(' '), letters);
        expect(problems.length > 0).toBe(order.join('') !== 'abcdef');
        expect(problems.every((problem) => problem.includes('stands in another place'))).toBe(true);
      }),
    );
  });

  it('must hold a text as often as it stands in the content', () => {
    const twice = ['Call us.', 'Drink.', 'Call us.'];
    expect(compared('Call us. Drink. Call us.', twice)).toEqual([]);
    expect(compared('Call us. Drink.', twice)).toEqual([
      `${FILE}:3 This text stands in another place on ${PAGE}: "Call us."`,
    ]);
  });

  it('tells the author that the fault is not in the text', () => {
    const expected = [{ text: 'Drink.', where: { file: FILE, line: 4 } }];
    expect(compareTexts({ path: PAGE, text: '' }, expected).map(formatProblem)).toEqual([
      `error ${FILE}:4\n  This text is missing from ${PAGE}: "Drink."\n  To mend it: this is a fault of the press, not of your text: please report it with this message. Nothing was published.`,
    ]);
  });

  it('holds all that it must, whatever its texts, when they stand there one after another', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (texts) => {
        expect(compared(texts.join('\n'), texts).filter((problem) => problem.includes('This text'))).toEqual([]);
      }),
    );
  });
});

describe('a number on a finished page or sheet', () => {
  it('is stopped when it stands in no text of the content', () => {
    expect(compared(`${GOOD}\nCall 555-0199`)).toEqual([
      `${PAGE} The number 555-0199 stands here, but in none of its texts.`,
    ]);
  });

  it('is stopped though its digits stand there in another order or as part of another number', () => {
    expect(compared(`${GOOD} 1-800-555-0110`)).toHaveLength(1);
    expect(compared(`${GOOD} 555`)).toHaveLength(1);
    expect(compared('Take 2.5 ml. Take 25 ml.', ['Take 2.5 ml.'])).toEqual([
      `${PAGE} The number 25 stands here, but in none of its texts.`,
    ]);
  });

  it('is named once, however often it stands there', () => {
    expect(compared(`${GOOD} 7 7 7`)).toEqual([`${PAGE} The number 7 stands here, but in none of its texts.`]);
  });

  it('may be one that the press itself puts there, such as that of a step', () => {
    expect(compared(`1. ${GOOD} 2.`, TEXTS, ['1', '2'])).toEqual([]);
    expect(compared(`1. ${GOOD} 3.`, TEXTS, ['1', '2'])).toHaveLength(1);
  });

  it('is the same number in the digits of any script', () => {
    expect(compared('صفحه ۲ اتصلوا ۹۱۱', ['اتصلوا ۹۱۱'], ['2'])).toEqual([]);
    expect(compared('صفحه ۳ اتصلوا ۹۱۱', ['اتصلوا ۹۱۱'], ['2'])).toEqual([
      `${PAGE} The number 3 stands here, but in none of its texts.`,
    ]);
  });

  it('is whole though marks of direction or of line breaking stand in it', () => {
    expect(compared('\u20661-800\u2060-555-0101\u2069', ['1-800-555-0101'])).toEqual([]);
  });

  it('is known also where a range breaks at the end of a line', () => {
    expect(compared('Monday 8:30–\n17:00', ['Monday 8:30–17:00'])).toEqual([]);
    expect(compared('Call 1-800-\n555-0101', ['Call 1-800-555-0101'])).toEqual([]);
    expect(compared('Monday 8:30–\n18:00', ['Monday 8:30–17:00'])).toContain(
      `${PAGE} The number 8:30–18:00 stands here, but in none of its texts.`,
    );
  });
});

describe('the comparison of texts', () => {
  it('does not mind white space, line breaks or marks that only steer them', () => {
    expect(comparable(' a\u00A0b\n\tc\u200Bd\u00ADe\u2060f ')).toBe('abcdef');
  });

  it('does not mind marks of direction', () => {
    expect(comparable('\u2066CAL-1-ar\u2069\u200E\u200F\u202Bب\u202C')).toBe('CAL-1-arب');
  });

  it('does not mind how a letter with its accent is written', () => {
    expect(comparable('cafe\u0301')).toBe(comparable('café'));
  });

  it('does mind every letter, number and sign that is seen', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        expect(comparable(text)).toBe(text.replaceAll(/\s/g, ''));
      }),
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => comparable(comparable(text)) === comparable(text)),
    );
  });
});
