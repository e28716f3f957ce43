import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseClinicTable } from '../../src/clinic/parse-clinic-table.ts';
import { parseRecord } from '../../src/read-record.ts';
import { clinicSchema } from '../../src/clinic/record-schemas.ts';
import { sampleNetwork } from '../../scripts/sample-network.ts';
import { languageNamed } from '../language-named.ts';

const CHECK = {
  country: 'US',
  languages: ['en', 'es', 'tl', 'vi', 'zh-Hant'].map(languageNamed),
  programIds: ['free-checkup', 'second'],
  takenIds: [],
} as const;
const read = (text: string) => parseClinicTable(text, 'network.csv', CHECK);

describe('a table of clinics', () => {
  it('gives what a file of the same clinic would give', () => {
    const table = `name,shortName,street,city,state,zip,phone,afterHours,interpreterLine,web,hours,languages,programs
Sample Clinic,Sample,1 Example Street,Los Angeles,California,90012,(213) 555-0142,213-555-0143,+12135550144,clinic.org,"Mon, Tue 9 am-5 pm",English; es,free-checkup`;
    const file = `name: Sample Clinic
shortName: Sample
phones: [{ number: "+12135550142", use: main }, { number: "+12135550143", use: afterHours }]
website: https://clinic.org
address: { street: 1 Example Street, city: Los Angeles, state: California, postalCode: "90012" }
hours: [{ days: [monday, tuesday], opens: "09:00", closes: "17:00" }]
languages: [en, es]
interpreterLine: "+12135550144"
programs: [free-checkup]`;
    const { value, problems } = read(table);
    expect(problems).toEqual([]);
    expect(value).toEqual([
      {
        ...parseRecord(file, clinicSchema('US'), 'x.yaml').value,
        id: 'sample-clinic-90012',
        file: 'network.csv',
        lineOf: expect.any(Function) as unknown,
      },
    ]);
    expect(value[0]?.lineOf(['name'])).toBe(2);
  });

  it.each([
    ['commas', 'NAME,Phone , hours', '"Sample, Inc.",213-555-0142,'],
    ['semicolons', 'phone;name', '213-555-0142;Sample, Inc.'],
    ['tabs, with an empty first column', 'city\tname\tphone', '\tSample, Inc.\t213-555-0142'],
    ['a delimiter at the end of each row', 'name,phone,', '"Sample, Inc.",213-555-0142,'],
  ])('may have %s', (_case, header, row) => {
    const { value, problems } = read(`\n${header}\n\n${row}\n`);
    expect(problems).toEqual([]);
    expect(value.map(({ name, phones, lineOf }) => [name, phones[0]?.number.e164, lineOf([])])).toEqual([
      ['Sample, Inc.', '+12135550142', 4],
    ]);
  });

  it('may have line ends in quotes: rows are still told by their own lines', () => {
    const { value } = read(
      'name,phone,hours\n"B\n \u00A0Clinic",213-555-0142,"Mon 9:00-12:00\nTue 9:00-12:00"\nA,213-555-0143',
    );
    expect(value.map(({ id, name, hours, lineOf }) => [id, name, hours?.length, lineOf([])])).toEqual([
      ['a', 'A', undefined, 5],
      ['b-clinic', 'B Clinic', 2, 2],
    ]);
  });

  it('keeps the id that a row gives itself; a twin of that id gets a suffix', () => {
    const { value, problems } = read('name,phone,id\nA,213-555-0142,b\nB,213-555-0142,\nC,213-555-0142,');
    expect(problems).toEqual([]);
    expect(value.map(({ id }) => id)).toEqual(['b', expect.stringMatching(/^b-x[0-9a-f]{8}$/), 'c']);
  });

  it('gives the same clinics in the same order, however its rows are shuffled', () => {
    const [header = '', ...rows] = sampleNetwork(40, { programs: CHECK.programIds }).replaceAll('\n', ' ').split('\r ');
    const list = rows.filter((row) => row !== '');
    const plain = (text: string) => JSON.stringify(read(text).value);
    const expected = plain([header, ...list].join('\n'));
    fc.assert(
      fc.property(fc.shuffledSubarray(list, { minLength: list.length }), (shuffled) => {
        expect(plain([header, ...shuffled].join('\n'))).toBe(expected);
      }),
      { numRuns: 20 },
    );
  });

  it('never ends in anything but clinics or problems, whatever it holds', () => {
    const cell = fc.constantFrom(
      'name',
      'phone',
      'zip',
      'id',
      'hours',
      'Mon 9:00-17:00',
      '213-555-0142',
      '"',
      '""',
      ',',
      '\n',
      ';',
      '\t',
      'x',
    );
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 20 }), fc.boolean(), (cells, hasHeader) => {
        const { value, problems } = read(`${hasHeader ? 'name,phone,zip,id,hours\n' : ''}${cells.join('')}`);
        for (const clinic of value) expect(clinic.phones.length).toBeGreaterThan(0);
        for (const { where } of problems) expect(where.file).toBe('network.csv');
      }),
    );
  });
});
