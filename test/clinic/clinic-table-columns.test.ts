import { describe, expect, it } from 'vitest';
import { clinicTableColumns, FURTHER_PHONES } from '../../src/clinic/clinic-table-columns.ts';
import { PHONE_USES } from '../../src/clinic/record-schemas.ts';

const { shape } = clinicTableColumns('US', []);

describe('the columns of a table of clinics', () => {
  it('have one for every use of a phone; the main one is simply the phone', () => {
    expect(['main', ...FURTHER_PHONES]).toEqual(PHONE_USES);
    expect(Object.keys(shape)).toEqual(expect.arrayContaining(['phone', ...FURTHER_PHONES]));
  });

  it('need no more than a name and a phone', () => {
    const needed = Object.entries(shape).filter(([, column]) => !column.safeParse(undefined).success);
    expect(needed.map(([name]) => name)).toEqual(['name', 'phone']);
  });

  it.each(['90012', '90012-3456', '900123456'])('take the US zip code %s', (zip) => {
    expect(shape.zip.safeParse(zip).success).toBe(true);
  });

  it.each(['9012', '9.0012E+4', 'CA 90012'])('refuse the US zip code %s, but not abroad', (zip) => {
    expect(shape.zip.safeParse(zip).success).toBe(false);
    expect(clinicTableColumns('GB', []).shape.zip.safeParse(zip).success).toBe(true);
  });
});
