import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codesOf, joinPieces, rawOf, splitCodes } from '../../src/exchange/inline-codes.ts';

const shown = (text: string): string[] => splitCodes(text).map(rawOf);
const kinds = (text: string): string[] => codesOf(splitCodes(text)).map(({ kind }) => kind);

describe('the codes of a text', () => {
  it('are facts, bold text, links, words of another language, pictures and lines to write on', () => {
    expect(shown('Call {{emergency}} or **ask [us](#who)** now')).toEqual([
      'Call ',
      '{{emergency}}',
      ' or ',
      '**',
      'ask ',
      '[',
      'us',
      '](#who)',
      '**',
      ' now',
    ]);
    expect(kinds('![](../../pictures/fever.svg) Diga [Hello](lang:en) ___ ___')).toEqual([
      'picture',
      'language',
      'line',
    ]);
  });

  it('leave signs that mark nothing among the words', () => {
    expect(kinds('2 ** 3, a ** b **, [brackets] and \\**stars\\**, {{half}')).toEqual([]);
  });

  it('never end inside another code', () => {
    expect(kinds('**a [b** c](#d) e')).toEqual(['link']);
    expect(kinds('[a {{b](#c)}} d')).toEqual(['fact']);
  });

  it('are together with the words the text again', () => {
    const part = fc.constantFrom(
      '**',
      '[',
      ']',
      '](#a)',
      '](lang:en)',
      '{{',
      '}}',
      '{{a}}',
      '\\',
      '___',
      ' ',
      'é',
      '![',
      '(',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(part, fc.string({ maxLength: 3 })), { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        expect(joinPieces(splitCodes(text))).toBe(text);
      }),
    );
  });

  it('are found in a moment in a text that was made to take long', () => {
    const started = performance.now();
    for (const text of ['['.repeat(4_000), '**a '.repeat(1_000), '[a'.repeat(900) + '](#b)'.repeat(400)]) {
      expect(joinPieces(splitCodes(text))).toBe(text);
    }
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
