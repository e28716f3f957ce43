import { describe, expect, it } from 'vitest';
import { readTypedCode } from '../../src/html/read-typed-code.ts';

const NEWEST = { CAL: { en: 3, es: 1, 'zh-Hant': 2, ar: 2 }, VIS: { en: 1 } };
const read = (typed: string, locale = 'en') => readTypedCode(typed, locale, NEWEST);

describe('a code as people type it', () => {
  it.each([
    ['CAL-1-es', 'CAL-1-es'],
    ['cal-3-en', 'CAL-3-en'],
    ['  cal 1 ES ', 'CAL-1-es'],
    ['cal1es', 'CAL-1-es'],
    ['CAL–1—es', 'CAL-1-es'],
    ['CAL‑2‑zh‑hant', 'CAL-2-zh-Hant'],
    ['CAL-٢-ar', 'CAL-2-ar'],
    ['\u200ECAL-2-ar\u200E', 'CAL-2-ar'],
    ['ＣＡＬ－１－ｅｓ', 'CAL-1-es'],
    ['CAL.1.es · Edition 1', undefined],
  ])('“%s” is %s', (typed, code) => {
    expect(read(typed)).toBe(code);
  });

  it('is of the page’s language if it names none', () => {
    expect(read('CAL-2')).toBe('CAL-2-en');
    expect(read('cal ۲', 'ar')).toBe('CAL-2-ar');
    expect(read('cal2', 'zh-Hant')).toBe('CAL-2-zh-Hant');
  });

  it.each(['', '-', 'CAL', 'CAL-4-en', 'CAL-0-en', 'CAL-2-es', 'XYZ-1-en', 'VIS-1-es', 'constructor-1-en', '911'])(
    'is unknown if no sheet has it: “%s”',
    (typed) => {
      expect(read(typed)).toBeUndefined();
    },
  );

  it('is unknown if it could be two', () => {
    const newest = { CA: { en: 11 }, CA1: { en: 1 } };
    expect(readTypedCode('ca11en', 'en', newest)).toBeUndefined();
    expect(readTypedCode('ca-11-en', 'en', newest)).toBe('CA-11-en');
    expect(readTypedCode('ca1 1 en', 'en', newest)).toBe('CA1-1-en');
  });
});
