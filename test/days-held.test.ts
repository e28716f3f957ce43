import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysHeld, holdsOn } from '../src/days-held.ts';

describe('the days on which a result holds', () => {
  it('are all, if nothing changes with time', () => {
    expect(daysHeld([], '2026-11-23')).toEqual({});
    expect(holdsOn({}, '1999-12-31')).toBe(true);
  });

  it('begin after what has grown old before, and end with what grows old next', () => {
    const days = ['2027-06-30', '2026-12-31', '2025-02-28', '2028-01-01'];
    expect(daysHeld(days, '2027-01-15')).toEqual({ from: '2027-01-01', until: '2027-06-30' });
    expect(daysHeld(days, '2025-02-01')).toEqual({ until: '2025-02-28' });
    expect(daysHeld(days, '2029-01-01')).toEqual({ from: '2028-01-02' });
  });

  it('are exactly those on which the same things are past their day', () => {
    const first = Date.parse('2026-01-01');
    const day = fc.nat(60).map((after) => new Date(first + after * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.array(day), day, day, (lastDays, today, other) => {
        const past = (on: string) => lastDays.filter((last) => on > last).length;
        expect(holdsOn(daysHeld(lastDays, today), other)).toBe(past(other) === past(today));
      }),
    );
  });
});
