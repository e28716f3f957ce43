import { describe, expect, it } from 'vitest';
import { sampleNetwork } from '../../scripts/sample-network.ts';
import { parseClinicTable } from '../../src/clinic/parse-clinic-table.ts';
import { languageNamed } from '../language-named.ts';

const CHECK = {
  country: 'US',
  languages: ['tl'].map(languageNamed),
  programIds: ['every-woman-counts', 'b'],
  takenIds: [],
} as const;
// The lines of a file are read with plain ends.
const networkOf = (...options: Parameters<typeof sampleNetwork>) =>
  parseClinicTable(sampleNetwork(...options).replaceAll('\r\n', '\n'), 'sample.csv', CHECK);

describe('the sample of a network', () => {
  it('has no problems, and each of its clinics is one of its own', () => {
    const { value, problems } = networkOf(1_000, { programs: CHECK.programIds });
    expect(problems).toEqual([]);
    expect(new Set(value.map(({ id }) => id)).size).toBe(1_000);
  });

  it('has clinics of every kind', () => {
    const { value } = networkOf(120, { programs: CHECK.programIds });
    expect(new Set(value.map(({ phones }) => phones.length))).toEqual(new Set([1, 2, 3]));
    expect(new Set(value.map(({ programs }) => programs.length))).toEqual(new Set([0, 1, 2]));
    expect(new Set(value.map(({ hours = [] }) => hours.length))).toEqual(new Set([0, 1, 2, 4]));
    expect(value.some(({ address }) => address === undefined)).toBe(true);
    expect(value.some(({ name }) => /\p{Script=Arabic}/u.test(name))).toBe(true);
    expect(value.some(({ name }) => /\p{Script=Han}/u.test(name))).toBe(true);
  });

  it('is the beginning of every larger one', () => {
    expect(sampleNetwork(30).startsWith(sampleNetwork(10))).toBe(true);
    expect(sampleNetwork(0).split('\r\n')).toHaveLength(2);
  });

  it('names only numbers kept for fiction', () => {
    const phones = networkOf(200).value.flatMap(({ phones }) => phones.map(({ number }) => number.e164));
    expect(phones.filter((phone) => !/^\+1\d{3}55501\d\d$/.test(phone))).toEqual([]);
  });
});
