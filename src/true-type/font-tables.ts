import { ByteReader } from './byte-reader.ts';

/** The tables of a TrueType font by their tags, in the order in which the file has them. */
export type FontTables = Map<string, Uint8Array>;

/** OpenType specification, "Organization of an OpenType Font", "Table Directory": 1.0 means TrueType outlines. */
const TRUETYPE = 0x0001_0000;
const HEADER_SIZE = 12;
const RECORD_SIZE = 16;

/** What a file is instead, by its first four bytes. */
const OTHER_FILES: Record<string, string> = {
  OTTO: 'a font of PostScript outlines (CFF)',
  ttcf: 'a collection of fonts',
  wOFF: 'a font packed as WOFF',
  wOF2: 'a font packed as WOFF2',
};

/** Where the table `head` has what (OpenType specification, "head — Font Header Table"), and how long it is. */
export const HEAD = { checksum: 8, magic: 12, unitsPerEm: 18, box: 36, locaForm: 50, size: 54 } as const;

/** True for a font of TrueType outlines, by its first bytes. */
export function isTrueType(font: Uint8Array): boolean {
  return font.length > HEADER_SIZE && new ByteReader(font, 'The font').uint32() === TRUETYPE;
}

/**
 * Takes a TrueType font apart.
 * @throws {Error} for what is none, or is cut off
 */
export function readTables(font: Uint8Array): FontTables {
  const file = new ByteReader(font, 'The font');
  const version = file.uint32();
  if (version !== TRUETYPE) {
    const other = OTHER_FILES[String.fromCharCode(...font.subarray(0, 4))] ?? 'of another kind';
    throw new Error(`The file is not a TrueType font but ${other}.`);
  }
  const records = Array.from({ length: file.uint16() }, (_, index) => {
    file.position = HEADER_SIZE + index * RECORD_SIZE;
    const tag = String.fromCharCode(...file.bytes(4));
    file.position += 4;
    return { tag, start: file.uint32(), length: file.uint32() };
  });
  records.sort((a, b) => a.start - b.start);
  const tables = new Map(
    records.map(({ tag, start, length }) => [tag, new ByteReader(font, 'The font', start).bytes(length)]),
  );
  if (new ByteReader(tableOf(tables, 'head', HEAD.size), 'head', HEAD.magic).uint32() !== 0x5f0f_3cf5) {
    throw new Error('The table "head" of the font lacks the number by which it is known.');
  }
  return tables;
}

/**
 * A table that a font must have.
 * @param length how many bytes it must have
 */
export function tableOf(tables: FontTables, tag: string, length: number): Uint8Array {
  const table = tables.get(tag);
  if (!table) throw new Error(`The font lacks the table "${tag}".`);
  if (table.length < length)
    throw new Error(`The table "${tag}" of the font has ${table.length} bytes, not ${length}.`);
  return table;
}

/** How many font units make the size of a letter. */
export function unitsPerEm(tables: FontTables): number {
  return new ByteReader(tableOf(tables, 'head', HEAD.size), 'head', HEAD.unitsPerEm).uint16();
}

/** Puts a font together, with the checksums of its tables and of the whole. */
export function writeTables(tables: FontTables): Uint8Array {
  let end = HEADER_SIZE + tables.size * RECORD_SIZE;
  const records = [...tables].map(([tag, { length }]) => {
    const start = end;
    end += padded(length);
    return { tag, start, length };
  });
  const font = new Uint8Array(end);
  for (const { tag, start } of records) font.set(tables.get(tag) ?? [], start);
  const view = new DataView(font.buffer);
  const head = records.find(({ tag }) => tag === 'head')?.start ?? 0;
  // "Calculating Checksums": the sum of the whole font counts as zero until all others are written.
  view.setUint32(head + HEAD.checksum, 0);
  writeHeader(view, tables.size);
  // Readers may search the directory, so it is in the order of the tags.
  records.sort((a, b) => (a.tag < b.tag ? -1 : 1));
  for (const [index, { tag, start, length }] of records.entries()) {
    const record = HEADER_SIZE + index * RECORD_SIZE;
    font.set(
      [...tag].map((letter) => letter.charCodeAt(0)),
      record,
    );
    view.setUint32(record + 4, sum(view, start, start + padded(length)));
    view.setUint32(record + 8, start);
    view.setUint32(record + 12, length);
  }
  view.setUint32(head + HEAD.checksum, 0xb1b0_afba - sum(view, 0, end));
  return font;
}

/** "Table Directory": three numbers after that of the tables help to search it by halves. */
function writeHeader(view: DataView, count: number): void {
  const halvings = Math.floor(Math.log2(count));
  const searched = 2 ** halvings * RECORD_SIZE;
  view.setUint32(0, TRUETYPE);
  view.setUint16(4, count);
  view.setUint16(6, searched);
  view.setUint16(8, halvings);
  view.setUint16(10, count * RECORD_SIZE - searched);
}

/** Tables start at multiples of four bytes. */
function padded(length: number): number {
  return Math.ceil(length / 4) * 4;
}

function sum(view: DataView, start: number, end: number): number {
  let total = 0;
  for (let position = start; position < end; position += 4) total = (total + view.getUint32(position)) >>> 0;
  return total;
}
