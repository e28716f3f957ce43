import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeSheet } from '../src/publish/manifest.ts';
import { NetworkList, networkListPath } from '../src/publish/network-list.ts';
import { openOutput } from '../src/publish/open-output.ts';
import { type CompiledSheet, stamp } from '../src/stamp/stamp-group.ts';
import { type Contestant, timed } from './bench-rounds.ts';

/** Puts panels into sheets, and lets go of each file at once. */
export function stampingInMemory(compiled: readonly CompiledSheet[]): Contestant {
  const round = async () => {
    let bytes = 0;
    const milliseconds = await timed(() => {
      for (const one of compiled) {
        for (const chunk of stamp(one).chunks) bytes += chunk.length;
      }
    });
    if (bytes < compiled.length * 1000) throw new Error('Nothing was stamped.');
    return { whole: milliseconds / compiled.length };
  };
  return { name: 'stamped, in memory', round };
}

/** The same into a new output, with its hashes and lists; removing it counts for nothing. */
export function stampingToDisk(compiled: readonly CompiledSheet[]): Contestant {
  const languages = new Set(compiled.map(({ order }) => order.sheet.language));
  const round = async () => {
    const folder = await mkdtemp(join(tmpdir(), 'handout-press-bench-'));
    try {
      const output = await openOutput(join(folder, 'dist'));
      const milliseconds = await timed(() => {
        for (const language of languages) {
          const list = new NetworkList(output, networkListPath(language.tag, 0));
          for (const one of compiled) {
            if (one.order.sheet.language !== language) continue;
            const stamped = stamp(one);
            list.write(stamped.pdf, stamped.chunks, describeSheet(stamped));
          }
          list.finish();
        }
      });
      return { whole: milliseconds / compiled.length };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };
  return { name: 'stamped, to disk', round };
}
