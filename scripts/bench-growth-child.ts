import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize } from 'node:v8';
import { NetworkList, networkListPath } from '../src/publish/network-list.ts';
import { openOutput, type Output } from '../src/publish/open-output.ts';
import { link } from '../src/stamp/link.ts';
import type { GrowthMessage, GrowthPart, GrowthParts } from './bench-growth.ts';

/** Clinics in a list, as in a bucket of the press. */
const CLINICS_IN_LIST = 256;
/** Files between two looks at the memory. */
const PAUSE = 100;

/** Writes so many files, the same share in every language, and says how long it took and how much memory. */
async function run(files: number, partsFile: string, folder: string): Promise<void> {
  const all = deserialize(await readFile(partsFile)) as GrowthParts;
  const output = await openOutput(folder);
  const watch = new MemoryWatch();
  try {
    const started = performance.now();
    let bytes = 0;
    for (const [locale, parts] of all) {
      const share = { locale, parts, files: files / all.size };
      bytes += writeLanguage(share, output, watch);
    }
    const milliseconds = performance.now() - started;
    watch.look();
    say({ files: watch.files, bytes, milliseconds, peak: watch.peak });
  } finally {
    await output.discard();
    await rm(folder, { recursive: true, force: true });
  }
}

/** @returns bytes of its files */
function writeLanguage(
  { locale, parts, files }: { locale: string; parts: readonly GrowthPart[]; files: number },
  output: Output,
  watch: MemoryWatch,
): number {
  const handouts = new Set(parts.map(({ entry }) => entry.handout)).size;
  const inList = CLINICS_IN_LIST * handouts;
  let bytes = 0;
  for (let first = 0; first < files; first += inList) {
    const list = new NetworkList(output, networkListPath(locale, first / inList));
    for (let index = first; index < Math.min(first + inList, files); index++) {
      // Clinics beyond those whose panels were printed get the panel of another.
      const { base, panel, pdf, entry } = parts[index % parts.length] as GrowthPart;
      const clinic = `clinic-${Math.floor(index / handouts)}`;
      const path = pdf.replace(entry.clinic, clinic);
      list.write(path, link(base, panel.panel, panel.batch), { ...entry, clinic });
      watch.count();
    }
    bytes += list.finish().bytes;
  }
  return bytes;
}

/**
 * Keeps the most memory that was seen. The system's own figure (`maxRSS`) will not do: on Linux a process takes it over
 * from the one that started it.
 */
class MemoryWatch {
  peak = 0;
  files = 0;

  count(): void {
    this.files += 1;
    if (this.files % PAUSE === 0) this.look();
  }

  look(): void {
    this.peak = Math.max(this.peak, process.memoryUsage.rss());
    if (this.files % 1000 === 0) say({ done: this.files });
  }
}

function say(message: GrowthMessage): void {
  process.send?.(message);
}

const [count, parts, folder] = process.argv.slice(2) as [string, string, string];
await run(Number(count), parts, join(folder, `dist-${count}`));
process.disconnect();
