import { describe, expect, it } from 'vitest';
import { closestName, nearestNames, suggestNames } from '../src/nearest-names.ts';

describe('a name that is not known', () => {
  it('is answered with the one that was meant and with all there are', () => {
    expect(suggestNames('ful', ['bare', 'full'])).toBe('did you mean "full"? Use one of: bare, full.');
  });

  it('is answered with all names alone if none is like it', () => {
    expect(suggestNames('moon', ['bare', 'full'])).toBe('use one of: bare, full.');
  });

  it('is answered with the nearest five of many', () => {
    const many = Array.from({ length: 15_000 }, (_, index) => `clinic-${index}`);
    expect(suggestNames('clinik-77', many)).toBe(
      'did you mean "clinic-77"? Use one of all 15000; the nearest are: clinic-77, clinic-17, clinic-177, clinic-27, clinic-277.',
    );
  });

  it('is compared without letter case', () => {
    expect(closestName('SHORTNAME', ['name', 'shortName'])).toBe('shortName');
  });

  it('has no near one where there is none at all', () => {
    expect(closestName('x', [])).toBeUndefined();
    expect(nearestNames('x', [])).toEqual([]);
  });
});
