import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHours } from '../../src/clinic/parse-hours.ts';

/** Hours in one line each: `mo tu 08:30-17:00`. */
function short(text: string): string[] {
  const { value, faults } = parseHours(text) as {
    value?: { days: string[]; opens: string; closes: string }[];
    faults?: string[];
  };
  return (
    faults ??
    (value ?? []).map(({ days, opens, closes }) => `${days.map((day) => day.slice(0, 2)).join(' ')} ${opens}-${closes}`)
  );
}

describe('opening hours in a cell', () => {
  it.each([
    ['Mon-Fri 08:30-17:00; Sat 9:00-12:00', ['mo tu we th fr 08:30-17:00', 'sa 09:00-12:00']],
    ['monday – friday: 8:30 a.m. to 5 p.m.', ['mo tu we th fr 08:30-17:00']],
    ['Mon, Wed and Fri 9am-12pm', ['mo we fr 09:00-12:00']],
    ['Sun-Thu 10:00-18:00', ['mo tu we th su 10:00-18:00']],
    ['Tu & Th 09:00-12:00, 13:00-17:00', ['tu th 09:00-12:00', 'tu th 13:00-17:00']],
    ['Mon 9:00-12:00, Tues. 9:00-17:00\nSat 10 AM - 2 PM', ['mo 09:00-12:00', 'tu 09:00-17:00', 'sa 10:00-14:00']],
    ['daily 12 am-11:59 pm', ['mo tu we th fr sa su 00:00-23:59']],
    ['Mon 9:00-17:00; Sat, Sun closed', ['mo 09:00-17:00']],
    ['Closed', ['"Closed" is not days and then times']],
  ])('"%s" is read', (text, expected) => {
    expect(short(text)).toEqual(expected);
  });

  it.each([
    ['9-5 weekdays', '"9-5 weekdays" is not days and then times'],
    ['Mo-Xy 9:00-17:00', '"Mo-Xy" is no day of the week, and not two with a dash between them'],
    ['M-F 9:00-17:00', '"M-F" is no day of the week, and not two with a dash between them'],
    ['Mon-Wed-Fri 9:00-17:00', '"Mon-Wed-Fri" is no day of the week, and not two with a dash between them'],
    ['Mon 9:00', '"9:00" is not two times with a dash between them'],
    ['Mon 8-5', '"8-5" does not say which times of the day are meant'],
    ['Mon 1:00-5:00', '"1:00-5:00" does not say which times of the day are meant'],
    ['Mon 9:00-5 pm', '"9:00-5 pm" has am or pm at one of its times only'],
    ['Mon 17:00-08:30', '"17:00-08:30" closes before it opens'],
    ['Mon 13 pm-14 pm', '"13 pm-14 pm" does not say which times of the day are meant'],
    ['Mon 9:00-24:00', '"9:00-24:00" does not say which times of the day are meant'],
    ['Mon 9:70-12:00', '"9:70-12:00" is not two times with a dash between them'],
  ])('"%s" is refused', (text, expected) => {
    expect(short(text)).toEqual([expected]);
  });

  it('have all their faults named at once', () => {
    expect(short('Mon 8-5; Noday 9:00-17:00')).toHaveLength(2);
  });

  it('never end in anything but hours or faults, whatever is written', () => {
    const word = fc.constantFrom(
      'Mon',
      'Sat',
      '-',
      ',',
      ';',
      '9:00',
      '17:00',
      '5 pm',
      'closed',
      'to',
      'and',
      ' ',
      ':',
      'x',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const reading = parseHours(words.join(' '));
        for (const { days, opens, closes } of reading.faults ? [] : reading.value) {
          expect(days.length).toBeGreaterThan(0);
          expect(opens < closes).toBe(true);
        }
      }),
    );
  });
});
