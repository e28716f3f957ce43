import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { joinPdfs } from '../../src/pdf/join-pdfs.ts';
import { IDENTITY, readJoined, type JoinedSheets, joinSheets } from './joined-sheets.ts';

const name = (text: string): PDFName => PDFName.of(text);

let parts: JoinedSheets['parts'];
let bytes: JoinedSheets['bytes'];
let whole: JoinedSheets['whole'];
let facts: JoinedSheets['facts'];
let partFacts: JoinedSheets['partFacts'];
beforeAll(async () => {
  ({ parts, bytes, whole, facts, partFacts } = await joinSheets());
});

describe('PDFs joined into one', () => {
  it('have all their pages, in order and each of its size', async () => {
    const sizes = await Promise.all(
      parts.map(async (part) => {
        const document = await PDFDocument.load(part.bytes, { updateMetadata: false });
        return document.getPages().map((page) => page.getSize());
      }),
    );
    expect(parts).toHaveLength(8);
    expect(whole.getPages().map((page) => page.getSize())).toEqual(sizes.flat());
    expect(facts.pages).toBeGreaterThan(16);
  });

  it('hold the text of every part, read back in order', () => {
    expect(facts.text).toBe(partFacts.map(({ text }) => text).join('\n'));
    expect(facts.text.length).toBeGreaterThan(5000);
    expect([facts.missingGlyphs, facts.unreadableGlyphs]).toEqual([0, 0]);
  });

  it('keep the footer of every page, with the page numbers of its part', () => {
    // Footers are read in the direction of the whole, not in that of their page.
    expect(facts.footers).toHaveLength(facts.pages);
    const english = partFacts.filter(({ lang }) => lang === 'en').flatMap(({ footers }) => footers);
    expect(english.filter((footer) => !facts.footers.includes(footer))).toEqual([]);
  });

  it('keep their links that lead elsewhere, and their fonts, once each', () => {
    expect(facts.links).toEqual(partFacts.flatMap(({ links }) => links));
    expect(facts.fonts.length).toBe(partFacts.reduce((sum, { fonts }) => sum + fonts.length, 0));
    expect(facts.fonts.every(({ isEmbedded, isType3 }) => isEmbedded && !isType3)).toBe(true);
  });

  it('are called what the whole is called, in its language, and are tagged', () => {
    expect([facts.title, facts.lang, facts.isTagged]).toEqual(['Water in all languages', 'en', true]);
  });
});

describe('a file of PDFs joined into one', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'handout-press-joined-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('is the same byte for byte when it is made again', async () => {
    expect(Buffer.from(await joinPdfs(parts, IDENTITY)).equals(bytes)).toBe(true);
  });

  it('depends on its parts, their order and their names', async () => {
    const others = await Promise.all([
      joinPdfs(parts.slice(1), IDENTITY),
      joinPdfs(parts.toReversed(), IDENTITY),
      joinPdfs(
        parts.map((part) => ({ ...part, bookmark: 'x' })),
        IDENTITY,
      ),
    ]);
    for (const other of others) expect(Buffer.from(other).equals(bytes)).toBe(false);
  });

  it('leaves its parts as they were', async () => {
    const before = parts.map((part) => Buffer.from(part.bytes).toString('base64'));
    await joinPdfs(parts, IDENTITY);
    expect(parts.map((part) => Buffer.from(part.bytes).toString('base64'))).toEqual(before);
  });

  it('has nothing in it that nothing leads to, and leads to nothing that is not in it', () => {
    const { context } = whole;
    const seen = new Set<string>();
    const missing: string[] = [];
    const visit = (value: PDFObject | undefined): void => {
      if (value instanceof PDFRef) {
        if (seen.has(value.toString())) return;
        seen.add(value.toString());
        const object = context.lookup(value);
        if (object === undefined) missing.push(value.toString());
        visit(object);
      } else if (value instanceof PDFArray) value.asArray().forEach(visit);
      else if (value instanceof PDFDict) for (const [, one] of value.entries()) visit(one);
      else if (value && 'dict' in value) visit((value as { dict: PDFDict }).dict);
    };
    for (const value of Object.values(context.trailerInfo)) visit(value);
    expect(missing).toEqual([]);
    // Streams that hold the objects and their list are not led to by any.
    const isContainer = (object: PDFObject): boolean => object instanceof PDFRawStream && object.dict.has(name('Type'));
    const lost = context
      .enumerateIndirectObjects()
      .filter(([ref, object]) => !seen.has(String(ref)) && !isContainer(object));
    expect(lost.map(([ref, object]) => `${String(ref)}: ${String(object)}`)).toEqual([]);
  });

  it('is not larger than its parts together', () => {
    expect(bytes.length).toBeLessThan(parts.reduce((sum, part) => sum + part.bytes.length, 0));
  });

  const hasQpdf = spawnSync('qpdf', ['--version']).error === undefined;
  it.skipIf(!hasQpdf)('is a sound PDF (needs qpdf)', async () => {
    const file = join(folder, 'joined.pdf');
    await writeFile(file, bytes);
    const { status, stdout } = spawnSync('qpdf', ['--check', file], { encoding: 'utf8' });
    expect(stdout).toContain('No syntax or stream encoding errors found');
    expect(status).toBe(0);
  });

  it('may be of a single part', async () => {
    const [part] = parts;
    const alone = await readJoined(await joinPdfs(part ? [part] : [], IDENTITY));
    expect(alone.text).toBe(partFacts[0]?.text);
    expect(alone.outline).toEqual([part?.bookmark, ...(partFacts[0]?.outline ?? [])]);
  });
});
