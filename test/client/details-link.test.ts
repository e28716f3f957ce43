import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Details, LIST_FIELDS, parseDetails, TEXT_FIELDS } from '../../src/client/yours/details.ts';
import { decodeDetails, encodeDetails } from '../../src/client/yours/details-link.ts';

const words = fc.string({ unit: 'grapheme', maxLength: 60 });
const someDetails: fc.Arbitrary<Details> = fc.record(
  {
    ...Object.fromEntries(TEXT_FIELDS.map((field) => [field, words])),
    ...Object.fromEntries(LIST_FIELDS.map((field) => [field, fc.array(words, { maxLength: 5 })])),
  },
  { requiredKeys: [] },
);

describe('details in a link', () => {
  it('come out as they went in, by signs that every messenger leaves alone', () => {
    fc.assert(
      fc.property(someDetails, (details) => {
        const fragment = encodeDetails(details);
        expect(fragment).toMatch(/^[\w-]*$/);
        expect(decodeDetails(fragment)).toEqual(details);
      }),
    );
  });

  it('are none where a link was cut off or made otherwise', () => {
    const whole = encodeDetails({ name: 'عيادة', days1: ['monday'] });
    for (let length = 0; length < whole.length; length++) expect(decodeDetails(whole.slice(0, length))).toBeUndefined();
    fc.assert(fc.property(fc.string(), (text) => void decodeDetails(text)));
  });

  it.each([[null], [[]], ['text'], [{ unknown: 'x' }], [{ name: 1 }], [{ name: ['x'] }], [{ days1: 'monday' }]])(
    'are none where they are %j',
    (value) => {
      expect(parseDetails(value)).toBeUndefined();
    },
  );

  it('are none where they are longer than any clinic’s', () => {
    expect(parseDetails({ name: 'x'.repeat(301) })).toBeUndefined();
    expect(parseDetails({ languages: Array.from({ length: 61 }, () => 'en') })).toBeUndefined();
  });
});
