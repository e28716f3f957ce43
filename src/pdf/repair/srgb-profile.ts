/**
 * The sRGB colour space (IEC 61966-2-1) as the smallest profile that describes it in full: ICC.1:2004-10 (version 4.2),
 * display class, a matrix and the curve as its own formula (parametric type 3). All figures are those of the standard,
 * adapted to D50 as the ICC asks for.
 */
export function srgbProfile(): Uint8Array {
  const curve = Buffer.concat([
    ascii('para'),
    words(0),
    halves(3, 0),
    fixed(2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045),
  ]);
  const tags: [string, Buffer][] = [
    ['desc', localized('sRGB')],
    ['cprt', localized('No copyright, use freely')],
    ['wtpt', xyz(0.9642, 1, 0.8249)],
    ['chad', Buffer.concat([ascii('sf32'), words(0), fixed(...ADAPTATION)])],
    ['rXYZ', xyz(0.43607, 0.22249, 0.01392)],
    ['gXYZ', xyz(0.38515, 0.71687, 0.09708)],
    ['bXYZ', xyz(0.14307, 0.06061, 0.7141)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  const body = layOut(tags);
  return Buffer.concat([header(HEADER_BYTES + body.length), body]);
}

const HEADER_BYTES = 128;

/** From D65, in which sRGB is defined, to D50 (Bradford). */
const ADAPTATION = [1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01706, -0.00923, 0.01508, 0.75168];

/** Count, table of tags, data; equal data stand once (7.3.1 allows it). */
function layOut(tags: readonly [string, Buffer][]): Buffer {
  const pieces = [...new Set(tags.map(([, data]) => data))].map((data) => [data, padded(data)] as const);
  let offset = HEADER_BYTES + 4 + 12 * tags.length;
  const places = new Map<Buffer, number>();
  for (const [data, { length }] of pieces) {
    places.set(data, offset);
    offset += length;
  }
  const table = tags.map(([name, data]) => Buffer.concat([ascii(name), words(places.get(data) ?? 0, data.length)]));
  return Buffer.concat(
    [words(tags.length), ...table, ...pieces.map(([, data]) => data)].map((part) => Buffer.from(part)),
  );
}

/** Profile header (7.2): size, version, class, spaces, a fixed day, the illuminant D50. */
function header(size: number): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES);
  words(size).copy(bytes, 0);
  words(0x04200000).copy(bytes, 8);
  ascii('mntrRGB XYZ ').copy(bytes, 12);
  halves(2026, 1, 1, 0, 0, 0).copy(bytes, 24);
  ascii('acsp').copy(bytes, 36);
  fixed(0.9642, 1, 0.8249).copy(bytes, 68);
  return bytes;
}

/** One text in one language (10.13). */
function localized(text: string): Buffer {
  const letters = Buffer.from(text, 'utf16le').swap16();
  return Buffer.concat([ascii('mluc'), words(0, 1, 12), ascii('enUS'), words(letters.length, 28), letters]);
}

function xyz(...values: [number, number, number]): Buffer {
  return Buffer.concat([ascii('XYZ '), words(0), fixed(...values)]);
}

/** Numbers with sixteen bits before and after the point (4.6). */
function fixed(...values: number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  values.forEach((value, index) => bytes.writeInt32BE(Math.round(value * 65536), 4 * index));
  return bytes;
}

function words(...values: number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  values.forEach((value, index) => bytes.writeUInt32BE(value, 4 * index));
  return bytes;
}

function halves(...values: number[]): Buffer {
  const bytes = Buffer.alloc(2 * values.length);
  values.forEach((value, index) => bytes.writeUInt16BE(value, 2 * index));
  return bytes;
}

function ascii(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}

/** Data start at multiples of four bytes (7.1.2). */
function padded(data: Buffer): Buffer {
  return Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]);
}
