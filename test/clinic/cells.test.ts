import { describe, expect, it } from 'vitest';
import { parsePhoneCell } from '../../src/clinic/phone-cell.ts';
import { parseWebCell } from '../../src/clinic/web-cell.ts';

describe('a phone number in a cell', () => {
  it.each(['(213) 555-0142', '213-555-0142', '213.555.0142', '1 213 555 0142', '2135550142', '+12135550142'])(
    'is read as people at home write it: %s',
    (text) => {
      expect(parsePhoneCell(text, 'US')).toEqual({ value: '+12135550142' });
    },
  );

  it('is read by the customs of the home country', () => {
    expect(parsePhoneCell('020 7946 0018', 'GB')).toEqual({ value: '+442079460018' });
  });

  it.each(['213-555-0142 x5', '213-555-0142 ext. 5'])('is refused with an extension: %s', (text) => {
    expect(parsePhoneCell(text, 'US')).toEqual({
      faults: [`"${text}" has an extension, which a tap on a phone cannot dial`],
    });
  });

  it.each(['555-0142', '213-555-014', '2.13556E+09', '213-555-0142 or ask', 'none', '213-555-0142 / 0143'])(
    'is refused if it cannot be dialled: %s',
    (text) => {
      expect(parsePhoneCell(text, 'US')).toEqual({ faults: [`"${text}" cannot be dialled`] });
    },
  );
});

describe('a web address in a cell', () => {
  it.each([
    ['clinic.org', 'https://clinic.org'],
    ['www.clinic.org/es', 'https://www.clinic.org/es'],
    ['http://clinic.org/', 'http://clinic.org/'],
  ])('may lack its scheme: %s', (text, value) => {
    expect(parseWebCell(text)).toEqual({ value });
  });

  it.each(['none', 'see poster', 'info@clinic.org', 'ftp://clinic.org', 'mailto://x.org', 'https://'])(
    'is refused if it is none: %s',
    (text) => {
      expect(parseWebCell(text)).toEqual({ faults: [`"${text}" is not a web address`] });
    },
  );
});
