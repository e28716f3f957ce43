import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { buildPacks, type PackParts } from '../../src/publish/build-packs.ts';

// Run as a process of its own: makes the zip files of the parts in a JSON file, and tells their hashes by path.
interface Parts {
  lists: PackParts['printLists'];
  printed: { pdf: string; bytes: string }[];
  others: { pdf: string; bytes: string }[];
}

const { lists, printed, others } = JSON.parse(await readFile(process.argv[2] ?? '', 'utf8')) as Parts;
const withBytes = (files: Parts['others']) =>
  files.map((file) => ({ ...file, bytes: Buffer.from(file.bytes, 'base64') }));
const packs = await buildPacks({
  printLists: lists,
  printed: withBytes(printed) as unknown as PackParts['printed'],
  others: withBytes(others) as unknown as PackParts['others'],
  tools: new Map(),
  sourceLocale: 'en',
});
const hashes = [...packs].map(([path, bytes]) => [path, createHash('sha256').update(bytes).digest('hex')] as const);
process.stdout.write(JSON.stringify(Object.fromEntries(hashes)));
