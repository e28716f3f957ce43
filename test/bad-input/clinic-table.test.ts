import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readClinicTable } from '../../src/clinic/read-clinic-table.ts';
import { parseClinicTable } from '../../src/clinic/parse-clinic-table.ts';
import { formatProblem } from '../../src/problem.ts';
import { copyFixtureSite } from '../fixture-site.ts';
import { languageNamed } from '../language-named.ts';

const CHECK = {
  country: 'US',
  languages: ['en', 'es', 'ar'].map(languageNamed),
  programIds: ['free-checkup'],
  takenIds: ['full'],
} as const;
const HEADER = 'name,street,city,state,zip,phone,web,hours,languages,programs,id';
const GOOD = 'Sample Clinic,1 Example Street,Los Angeles,California,90012,(213) 555-0142,,,,,';

/** The problems of a table, as an author sees them. */
function problemsOf(...lines: string[]): string {
  return parseClinicTable(lines.join('\n'), 'network.csv', CHECK).problems.map(formatProblem).join('\n');
}

describe('the header of a table of clinics', () => {
  it('is refused with columns that are not known, missing or there twice, all at once', () => {
    expect(problemsOf('Name,adress,Webb,web,WEB', 'Sample Clinic,x,,,')).toMatchInlineSnapshot(`
      "error network.csv:1
        The column "adress" is not known here.
        To mend it: remove it, or name it rightly: use one of: id, name, shortName, street, city, state, zip, phone, appointments, afterHours, text, fax, interpreterLine, web, hours, languages, programs.
      error network.csv:1
        The column "Webb" is not known here.
        To mend it: remove it, or name it rightly: did you mean "web"? Use one of: id, name, shortName, street, city, state, zip, phone, appointments, afterHours, text, fax, interpreterLine, web, hours, languages, programs.
      error network.csv:1
        There are two columns "web".
        To mend it: remove one of them, or name it rightly.
      error network.csv:1
        The column "phone" is missing.
        To mend it: add it: its main number, as people dial it at home, such as (310) 555-0142, or with + and its country code; no extension. The first row of a table names its columns."
    `);
  });

  it('is refused where it is not the first row', () => {
    expect(problemsOf(GOOD, HEADER)).toContain('error network.csv:1\n  The column "name" is missing.');
  });

  it('alone is no table', () => {
    expect(problemsOf(HEADER, '', ',,,,,,,,,,')).toMatchInlineSnapshot(`
      "error network.csv
        There is no clinic in this table.
        To mend it: add a row for each clinic below the names of the columns."
    `);
  });
});

describe('a row of a table of clinics', () => {
  it('is refused for each cell that is not right, all at once and by column', () => {
    expect(
      problemsOf(
        HEADER,
        GOOD,
        ',1 Example Street,,California,9012,555-0142,none,"Mon 8-5; Sun 17:00-08:30",Spansh,free-checkups,Con',
      ),
    ).toMatchInlineSnapshot(`
      "error network.csv:3
        The column "id" is not right: not small letters, digits and single hyphens.
        To mend it: correct it. It should be: the name of its folder: small Latin letters, digits and single hyphens; made of name and zip if empty.
      error network.csv:3
        The column "name" is empty.
        To mend it: fill it in. It should be: the clinic’s full name, as on its sign.
      error network.csv:3
        The column "zip" is not right: a US zip code has five digits, or five and four.
        To mend it: correct it. It should be: the postal code of its address. Spreadsheets drop a first 0: format the column as text.
      error network.csv:3
        The column "phone" is not right: "555-0142" cannot be dialled.
        To mend it: correct it. It should be: its main number, as people dial it at home, such as (310) 555-0142, or with + and its country code; no extension.
      error network.csv:3
        The column "web" is not right: "none" is not a web address.
        To mend it: correct it. It should be: its web address, with or without https://, such as clinic.org.
      error network.csv:3
        The column "hours" is not right: "8-5" does not say which times of the day are meant.
        To mend it: correct it. It should be: opening hours, such as Mon-Fri 08:30-17:00; Sat 9 am-12:30 pm; Sun closed.
      error network.csv:3
        The column "hours" is not right: "17:00-08:30" closes before it opens.
        To mend it: correct it. It should be: opening hours, such as Mon-Fri 08:30-17:00; Sat 9 am-12:30 pm; Sun closed.
      error network.csv:3
        The column "languages" is not right: "Spansh" is no language tag and no English name of a language (did you mean Spanish?).
        To mend it: correct it. It should be: languages its staff speak, by tag or English name, with ; or , between them, such as en; Spanish.
      error network.csv:3
        The column "city" is empty.
        To mend it: fill it in. It should be: the city of its address; an address has all of street, city, state and zip, or none.
      error network.csv:3
        There is no program "free-checkups".
        To mend it: use one of: free-checkup."
    `);
  });

  it('is refused when a phone has an extension, and named by the column it is in', () => {
    expect(problemsOf('name;phone;after HOURS', 'Sample;213-555-0142;x')).toContain('did you mean "afterHours"?');
    expect(problemsOf('name;phone;AfterHours', 'Sample;213-555-0142;213-555-0143 x5')).toMatchInlineSnapshot(`
      "error network.csv:2
        The column "afterHours" is not right: "213-555-0143 x5" has an extension, which a tap on a phone cannot dial.
        To mend it: correct it. It should be: its number outside opening hours, as people dial it at home, such as (310) 555-0142, or with + and its country code; no extension."
    `);
  });

  it('is refused when it has more cells than there are columns', () => {
    expect(problemsOf('name,phone', 'Sample Clinic, Inc.,213-555-0142')).toMatchInlineSnapshot(`
      "error network.csv:2
        The cell "213-555-0142" stands in a column without a name.
        To mend it: empty it, or name its column in the first row. A cell that holds the delimiter needs "quotes" around it.
      error network.csv:2
        The column "phone" is not right: "Inc." cannot be dialled.
        To mend it: correct it. It should be: its main number, as people dial it at home, such as (310) 555-0142, or with + and its country code; no extension."
    `);
  });

  it('is refused when it repeats another one, and placed where it begins', () => {
    const long = '"Sample\nClinic",,,,,213-555-0142,,,,,';
    expect(problemsOf(HEADER, long, GOOD, '', long, `  ${GOOD}`)).toMatchInlineSnapshot(`
      "error network.csv:6
        Row 6 repeats row 2.
        To mend it: remove one of the two.
      error network.csv:8
        Row 8 repeats row 4.
        To mend it: remove one of the two."
    `);
  });

  it('is refused when only its id could tell it from another one', () => {
    expect(
      problemsOf(
        HEADER,
        GOOD,
        `${GOOD.slice(0, -1)}free-checkup,`,
        'A,,,,,213-555-0142,,,,,full',
        'B,,,,,213-555-0142,,,,,b',
        'C,,,,,213-555-0142,,,,,b',
      ),
    ).toMatchInlineSnapshot(`
      "error network.csv:3
        Row 3 has the name, address and phone of row 2, and both would have the id "sample-clinic-90012-x4f96030c".
        To mend it: remove one of the two, or give each an id in the column "id".
      error network.csv:4
        The id "full" is that of content/clinics/full.yaml too.
        To mend it: give each clinic an id of its own.
      error network.csv:6
        The id "b" is that of row 5 too.
        To mend it: give each clinic an id of its own."
    `);
  });

  it.each(['con', 'A B', 'x'.repeat(61), '../x'])('is refused with the id "%s"', (id) => {
    expect(problemsOf(HEADER, `A,,,,,213-555-0142,,,,,${id}`)).toContain('The column "id" is not right');
  });

  it('is refused with the program it names if there are none at all', () => {
    const { problems } = parseClinicTable(`${HEADER}\nA,,,,,213-555-0142,,,,x,`, 'network.csv', {
      ...CHECK,
      programIds: [],
    });
    expect(problems.map(formatProblem)).toEqual([
      'error network.csv:2\n  There is no program "x".\n  To mend it: describe it in content/programs/, or remove it here.',
    ]);
  });
});

describe('the quotes of a table of clinics', () => {
  it('are refused if one is never closed; the rows before it are checked', () => {
    expect(problemsOf('name,phone', 'A,1', '"B,213-555-0142', 'C,213-555-0142')).toMatchInlineSnapshot(`
      "error network.csv:2
        The column "phone" is not right: "1" cannot be dialled.
        To mend it: correct it. It should be: its main number, as people dial it at home, such as (310) 555-0142, or with + and its country code; no extension.
      error network.csv:3
        A quote opens in this row or a later one, and nothing closes it.
        To mend it: put "quotes" around the whole cell, and write each quote inside it twice: "Dr. ""Joe"" Sample". Spreadsheets do so when they save as CSV."
    `);
  });

  it.each([
    ['A "B" C,213-555-0142', 'There is a quote inside a cell that does not begin with one.'],
    ['"A" B,213-555-0142', 'After a closing quote the cell goes on.'],
  ])('are refused in the middle of a cell: %s', (row, what) => {
    expect(problemsOf('name,phone', row)).toContain(
      `error network.csv:2\n  ${what}\n  To mend it: put "quotes" around`,
    );
  });
});

describe('a table with more problems than anyone reads', () => {
  it('names the first hundred in the order of the rows, and how many more there are', () => {
    const rows = Array.from({ length: 250 }, (_, index) => `Sample ${index},1`);
    const { problems } = parseClinicTable(['name,phone', ...rows].join('\n'), 'network.csv', CHECK);
    expect(problems).toHaveLength(101);
    expect(problems.map(({ where }) => where.line)).toEqual(Array.from({ length: 101 }, (_, index) => index + 2));
    expect(problems.slice(-1).map(formatProblem).join('')).toMatchInlineSnapshot(`
      "error network.csv:102
        There are 150 more problems in this table, from here on.
        To mend it: mend those above first: often one mistake is behind many of them."
    `);
  });
});

describe('the file of a table of clinics', () => {
  const NETWORK = 'name,phone\nClínica,213-555-0142\n';
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(NETWORK, 'utf16le')]);

  it.each([
    ['UTF-16', utf16, 'This file is not UTF-8 text.'],
    ['UTF-16 without its mark', Buffer.from(NETWORK.replace('í', 'i'), 'utf16le'), 'holds the sign U+0000'],
    ['Latin-1', Buffer.from(NETWORK, 'latin1'), 'This file is not UTF-8 text.'],
    ['signs that turn the direction of text', Buffer.from(NETWORK.replace('í', '\u202E')), 'holds the sign U+202E'],
    ['nothing', Buffer.from(''), 'This file is empty.'],
  ])('is refused with %s', async (_what, bytes, expected) => {
    const path = join(await copyFixtureSite({ 'network.csv': bytes }), 'network.csv');
    const { value, problems } = await readClinicTable(path, CHECK);
    expect(value).toEqual([]);
    expect(problems.map(formatProblem).join('\n')).toContain(expected);
  });

  it('is refused in words if it is not there or is a folder', async () => {
    const root = await copyFixtureSite();
    await mkdir(join(root, 'folder.csv'));
    const read = async (name: string) =>
      (await readClinicTable(join(root, name), CHECK)).problems.map(formatProblem).join('\n').replaceAll(root, '');
    expect(await read('nowhere.csv')).toMatchInlineSnapshot(`
      "error /nowhere.csv
        There is no such file.
        To mend it: correct --clinics: a path from the folder in which you run the command."
    `);
    expect(await read('folder.csv')).toContain('This file cannot be read (EISDIR).');
  });
});
