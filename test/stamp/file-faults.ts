import { inflateSync } from 'node:zlib';

/** An entry of a cross-reference stream (ISO 32000-1, 7.5.8.3). */
type Entry = [kind: number, place: number, index: number];

/**
 * What is wrong with the places that the cross-reference stream of a file gives, as the standard reads them: PDF
 * libraries look for objects themselves where they are not in their places, and say nothing.
 */
export function fileFaults(bytes: Uint8Array): string[] {
  const text = Buffer.from(bytes).toString('latin1');
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
  const entries = readEntries(text, start);
  const faults: string[] = [];
  for (const [number, [kind, place, index]] of entries) {
    if (kind === 1 && !text.startsWith(`${number} 0 obj\n`, place)) faults.push(`${number} is not at ${place}`);
    if (kind !== 2) continue;
    const [holder, at] = entries.get(place) ?? [];
    const found = holder === 1 ? packedNumbers(text, at ?? 0)[index] : undefined;
    if (found !== number) faults.push(`${number} is not in ${place} at ${index}`);
  }
  for (const [, found] of text.matchAll(/(?<=\n)(\d+) 0 obj\n/g)) {
    if (entries.get(Number(found))?.[0] !== 1) faults.push(`${found} is in the file, but has no entry`);
  }
  return faults;
}

function readEntries(text: string, start: number): Map<number, Entry> {
  const [, head = '', length = '0'] = /^\d+ 0 obj\n(<<.*\/Length (\d+).*>>)\nstream\n/.exec(text.slice(start)) ?? [];
  const numbersOf = (key: string) => (new RegExp(`/${key} ?\\[([^\\]]*)`).exec(head)?.[1] ?? '').split(' ').map(Number);
  const widths = numbersOf('W');
  const index = numbersOf('Index');
  const data = text.indexOf('stream\n', start) + 'stream\n'.length;
  const entries = new Map<number, Entry>();
  let at = data;
  const readNumber = (width: number) => {
    let value = 0;
    for (let place = 0; place < width; place++) value = value * 256 + text.charCodeAt(at++);
    return value;
  };
  for (let pair = 0; pair < index.length; pair += 2) {
    for (let count = 0; count < (index[pair + 1] ?? 0); count++) {
      entries.set((index[pair] ?? 0) + count, widths.map(readNumber) as Entry);
    }
  }
  if (at - data !== Number(length)) throw new Error('The entries are not as long as their stream.');
  return entries;
}

/** Numbers of the objects in an object stream (7.5.7), in order. */
function packedNumbers(text: string, start: number): number[] {
  const [, count, first, length] =
    /^\d+ 0 obj\n<<\/Type\/ObjStm\/N (\d+)\/First (\d+).*\/Length (\d+)>>\n/.exec(text.slice(start, start + 200)) ?? [];
  const data = text.indexOf('stream\n', start) + 'stream\n'.length;
  const packed = Buffer.from(text.slice(data, data + Number(length)), 'latin1');
  const head = inflateSync(packed).subarray(0, Number(first)).toString('latin1').trim().split(' ').map(Number);
  return Array.from({ length: Number(count) }, (_, index) => head[2 * index] ?? -1);
}
