import { getExampleNumber, getCountries } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/examples.mobile.json' with { type: 'json' };
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePhone } from '../../src/clinic/phone.ts';

const digits = (text: string): string => text.replace(/\D/g, '');

describe('a phone number', () => {
  it.each([
    ['at home, without its country code', '+13107062594', '310-706-2594'],
    ['toll-free, with the 1 people know it by', '+18005550199', '1-800-555-0199'],
    ['of another country, with its country code', '+442079460958', '+44-20-7946-0958'],
  ])('is shown %s', (_case, e164, display) => {
    expect(parsePhone(e164, 'US')).toEqual({ e164, display, href: `tel:${e164}` });
  });

  it('is shown with the zero that people at home must dial before it', () => {
    expect(parsePhone('+442079460958', 'GB')?.display).toBe('020-7946-0958');
  });

  it('keeps all its digits in order and is joined by dashes only', () => {
    const countries = fc.constantFrom(...getCountries().filter((country) => getExampleNumber(country, examples)));
    fc.assert(
      fc.property(countries, (country) => {
        const e164 = getExampleNumber(country, examples)?.number ?? '';
        const phone = parsePhone(e164, 'US');
        fc.pre(phone !== undefined);
        expect(phone?.display).toMatch(/^\+?\d+(-\d+)*$/);
        expect(digits(e164).endsWith(digits(phone?.display ?? ''))).toBe(true);
      }),
    );
  });

  it('keeps every ten digits of an American number', () => {
    const subscriber = fc.integer({ min: 2_000_000, max: 9_999_999 });
    fc.assert(
      fc.property(fc.constantFrom('310', '213', '626', '800', '888'), subscriber, (area, number) => {
        const phone = parsePhone(`+1${area}${number}`, 'US');
        fc.pre(phone !== undefined);
        expect(digits(phone?.display ?? '').slice(-10)).toBe(`${area}${number}`);
      }),
    );
  });
});

describe('what cannot be dialled', () => {
  it.each([
    '',
    '911',
    '3107062594',
    '310-706-2594',
    '+1310706259',
    '+131070625944',
    '+10007062594',
    '+999123456',
    'call us',
    '+',
  ])('is refused: %j', (text) => expect(parsePhone(text, 'US')).toBeUndefined());

  it.each(['+13107062594 or ask', '+13107062594;ext=5', '+13107062594 x12', '+13107062594, +13107062595'])(
    'is refused, since something would be lost or printed oddly: %j',
    (text) => expect(parsePhone(text, 'US')).toBeUndefined(),
  );
});
