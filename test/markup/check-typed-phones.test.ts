import { describe, expect, it } from 'vitest';
import { checkTypedPhones } from '../../src/markup/check-typed-phones.ts';

const check = (text: string) =>
  checkTypedPhones(text, { file: 'x.md', line: 10 }, { country: 'US', emergencyNumber: '911' }).map(({ what }) => what);

describe('a phone number typed into a text', () => {
  it.each([
    'Call 310-706-2594.',
    'Call (310) 706-2594 now',
    'Call +1 310 706 2594',
    'Call 310.706.2594',
    'اتصلوا بالرقم 310-706-2594.',
    'اتصلوا بالرقم ٣١٠٧٠٦٢٥٩٤',
    '請致電３１０－７０６－２５９４。',
    '請致電310-706-2594。',
    'ហៅ 310-706-2594',
  ])('is found: %s', (text) => {
    expect(check(text)).toEqual(['The phone number +13107062594 is typed into the text.']);
  });

  it.each([
    'Call 911.',
    'Llame al 911 ya',
    '請撥打911。',
    'اتصلوا بـ911',
    'اتصلوا بالرقم ٩١١',
    '請撥９１１',
    'Call 9-1-1.',
  ])('is found when it is the emergency number: %s', (text) => {
    expect(check(text)).toEqual(['The phone number 911 is typed into the text.']);
  });

  it('is found on its line', () => {
    const text = 'a\nb\n310-706-2594';
    const [problem] = checkTypedPhones(text, { file: 'x.md', line: 10 }, { country: 'US', emergencyNumber: '911' });
    expect(problem?.where).toEqual({ file: 'x.md', line: 12 });
  });
});

describe('another number', () => {
  it.each([
    'Call {{emergency}}.',
    'Take 200–250 ml in 24 hours, 2 glasses.',
    'From age 40 to 64, since 2014.',
    'On 2026-11-23 at 08:30.',
    'Lot 19112 and 1.911 and 911.5',
    'N Engl J Med 2018;378:1704-14',
  ])('is left alone: %s', (text) => {
    expect(check(text)).toEqual([]);
  });
});
