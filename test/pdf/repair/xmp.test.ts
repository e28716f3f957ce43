import { readFileSync } from 'node:fs';
import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { parseLanguages } from '../../../src/i18n/languages.ts';
import { writeXmp, type XmpFacts } from '../../../src/pdf/repair/xmp.ts';
import { xmlFaults } from './xml-faults.ts';

const FACTS: XmpFacts = { title: 'Drinking water', lang: 'en', date: '2026-11-20', producer: 'handout-press' };
const { value: languages = [] } = parseLanguages(
  readFileSync(new URL('../../../locales/languages.yaml', import.meta.url), 'utf8'),
);

/** The metadata of a PDF as pdf.js reads it, by its names. */
async function readBack(xmp: string): Promise<Record<string, string>> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.addPage();
  const stream = document.context.stream(new TextEncoder().encode(xmp), { Type: 'Metadata', Subtype: 'XML' });
  document.catalog.set(PDFName.of('Metadata'), document.context.register(stream));
  const loading = getDocument({ data: await document.save(), verbosity: 0 });
  const { metadata } = await (await loading.promise).getMetadata();
  await loading.destroy();
  return Object.fromEntries(metadata as Iterable<[string, string]>);
}

describe('the metadata of a document', () => {
  it('says its title, language, date and producer, and what it keeps to', async () => {
    expect(await readBack(writeXmp(FACTS))).toMatchObject({
      'dc:format': 'application/pdf',
      // Once for every reader, and once as English.
      'dc:title': 'Drinking waterDrinking water',
      'dc:language': 'en',
      'xmp:createdate': '2026-11-20T00:00:00Z',
      'xmp:modifydate': '2026-11-20T00:00:00Z',
      'xmp:creatortool': 'handout-press',
      'pdf:producer': 'handout-press',
      'pdfaid:part': '2',
      'pdfaid:conformance': 'A',
      'pdfuaid:part': '1',
    });
  });

  it('gives the title for any reader, and in its own language', () => {
    expect(writeXmp({ ...FACTS, title: 'شرب الماء', lang: 'ar' })).toContain(
      '<rdf:li xml:lang="x-default">شرب الماء</rdf:li><rdf:li xml:lang="ar">شرب الماء</rdf:li>',
    );
  });

  it('starts and ends with the marks by which programs find it', () => {
    const xmp = writeXmp(FACTS);
    expect(xmp).toMatch(/^<\?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"\?>\n/);
    expect(xmp).toMatch(/\n<\?xpacket end="r"\?>$/);
  });

  it.each(languages.map(({ tag }) => tag))('is well-formed in %s', async (lang) => {
    const xmp = writeXmp({ ...FACTS, lang });
    expect(xmlFaults(xmp)).toEqual([]);
    expect(await readBack(xmp)).toMatchObject({ 'dc:language': lang });
  });

  it.each([
    'Salt < sugar',
    'Food & drink',
    'a > b',
    '"Danger"',
    "It's",
    ']]>',
    '&amp;',
    '<!-- -->',
    '<b>',
    '水を飲む',
    '𠮷',
  ])('is well-formed with the title %s, which is read as it was written', async (title) => {
    const xmp = writeXmp({ ...FACTS, title });
    expect(xmlFaults(xmp)).toEqual([]);
    expect(await readBack(xmp)).toMatchObject({ 'dc:title': title.repeat(2) });
  });

  it('is well-formed with any title', () => {
    const anyTitle = fc.string({
      unit: fc.oneof(fc.constantFrom(...'<>&"\'];/!-?'), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 })),
    });
    fc.assert(
      fc.property(anyTitle, (title) => {
        expect(xmlFaults(writeXmp({ ...FACTS, title }))).toEqual([]);
      }),
    );
  });
});

describe('a text that is not well-formed, as the tests of this file find it', () => {
  it.each([
    ['a sign that begins markup', '<a>b < c</a>'],
    ['a bare ampersand', '<a>b & c</a>'],
    ['a bare ampersand in a value', '<a b="c & d"/>'],
    ['tags that cross', '<a><b></a></b>'],
    ['a tag that is not closed', '<a><b/>'],
    ['a value without quotes', '<a b=c/>'],
    ['the same attribute twice', '<a b="1" b="2"/>'],
    ['a prefix of no namespace', '<a:b/>'],
    ['text outside', '<a/>b'],
    ['a control sign', '<a>\u000b</a>'],
  ])('has %s', (_case, xml) => {
    expect(xmlFaults(xml)).not.toEqual([]);
  });
});
