import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { importTranslations } from '../../src/exchange/import-translations.ts';
import { parseReturned } from '../../src/exchange/read-returned.ts';
import { type ExchangeProject, readExchangeProject } from '../../src/exchange/read-project.ts';
import { copyFixtureSite, fixtureSettings } from '../fixture-site.ts';
import { poOf, xliffOf } from './exchange-site.ts';

let project: ExchangeProject;
let xliff: string;
let po: string;
beforeAll(async () => {
  const root = await copyFixtureSite();
  project = await readExchangeProject(await fixtureSettings(root), 'ar');
  xliff = await xliffOf(root);
  po = await poOf(root);
});

const whatOf = (bytes: Uint8Array | string): string | undefined =>
  parseReturned(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, 'back.xlf').problems[0]?.what;

describe('a returned file that cannot be trusted', () => {
  it('is refused with a document type, whatever entities it defines', () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>';
    const file = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>';
    for (const type of [bomb, file]) {
      const text = xliff.replace('?>\n', `?>\n${type}\n`);
      expect(whatOf(text)).toBe('This file has a document type, which could define entities.');
    }
    expect(whatOf(xliff.replace('<source>', '<source>&a;'))).toMatch(/^This is not well-formed XML: undefined entity/);
  });

  it('is refused where it ends too early, with the line', () => {
    const half = xliff.slice(0, xliff.indexOf('</segment>'));
    const [problem] = parseReturned(Buffer.from(half), 'back.xlf').problems;
    expect(problem?.what).toMatch(/^This is not well-formed XML: unclosed tag: segment \(column \d+\)\.$/);
    expect(problem?.where).toEqual({ file: 'back.xlf', line: half.split('\n').length });
  });

  it('is refused if it is too deep, too large, empty, or no text', () => {
    const deep = xliff.replace('<source>', `<source>${'<mrk id="a">'.repeat(200)}`);
    expect(whatOf(deep)).toBe('More than 100 elements stand within each other.');
    expect(whatOf(Buffer.alloc(20_000_001, 'a'))).toBe('This file has 20 MB; the most that is read is 20 MB.');
    expect(whatOf(' \n')).toBe('This file is empty.');
    expect(whatOf('<xliff>\u0000</xliff>')).toBe('This file holds the sign U+0000; it is no text.');
    expect(whatOf(Buffer.from([0x3c, 0xe9, 0x3e]))).toBe('This file is not UTF-8 text.');
  });

  it('is read in UTF-16, with a byte-order mark', () => {
    const little = Buffer.from(`\uFEFF${xliff}`, 'utf16le');
    expect(parseReturned(little, 'back.xlf').value?.units).toEqual(parseReturned(Buffer.from(xliff), 'x').value?.units);
    expect(parseReturned(Buffer.from(little).swap16(), 'back.xlf').problems).toEqual([]);
  });

  it('is refused if it is XLIFF 1.2, another XML, or PO without its language', () => {
    const old = '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file/></xliff>';
    expect(whatOf(old)).toBe('This file is XLIFF 1.2, which has no ids for codes as ours do.');
    expect(whatOf('<html></html>')).toBe('This file is not XLIFF 2: it starts with <html>.');
    expect(whatOf('msgid "a"\nmsgstr "b"\n')).toBe('This file does not say its language, or is no PO file.');
    expect(whatOf(po.replace('msgid "Fainting"', 'msgid "Fainting'))).toMatch(
      /^This is not a PO file that can be read/,
    );
  });

  it('never does more than give problems or texts, however it was mangled', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '"',
      '&',
      '</target>',
      '<pc id="1">',
      '{{',
      '**',
      '\u0000',
      '\n',
      'x',
      '<ph/>',
      ']]>',
      '\\',
      '#',
      '\u202E',
    );
    const cut = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat(80),
      insert: fc.array(piece, { maxLength: 4 }),
    });
    const mangle = fc.tuple(fc.boolean(), fc.array(cut, { minLength: 1, maxLength: 5 }));
    fc.assert(
      fc.property(mangle, ([isXliff, cuts]) => {
        let text = isXliff ? xliff : po;
        for (const { at, length, insert } of cuts) {
          const start = Math.floor(at * text.length);
          text = text.slice(0, start) + insert.join('') + text.slice(start + length);
        }
        const { value, problems } = parseReturned(Buffer.from(text), 'back');
        const all = value ? importTranslations([value], project, 'human-draft').problems : problems;
        for (const { what, fix } of all) expect([typeof what, typeof fix]).toEqual(['string', 'string']);
        expect(value !== undefined || problems.length > 0).toBe(true);
      }),
      { numRuns: 150 },
    );
  }, 120_000);
});
