import { join } from 'node:path';
import { openCache } from '../src/build-cache.ts';
import { recallBuild, recordBuild } from '../src/build-record.ts';
import { hashInputs } from '../src/hash-inputs.ts';
import type { Progress } from '../src/pipeline.ts';
import { hashManifest, isWhole } from '../src/publish/check-whole.ts';
import { buildInputs, hashCode } from './build-inputs.ts';
import { type BuildSummary, summarise } from './build-summary.ts';
import type { RunOptions } from './run-options.ts';

/**
 * Builds, unless the last build into the same output would be made again byte for byte.
 * @throws {PressError} with what stops the build
 */
export async function buildUnlessDone(
  options: RunOptions,
  progress: Progress,
): Promise<{ summary: BuildSummary; isUnchanged: boolean }> {
  const { output, today } = options;
  const cache = openCache(join(options.cache, 'store'), { tell: (message) => progress.tell(message) });
  const hash = () => hashInputs(buildInputs(options, process.env));
  const inputs = hash();
  const last =
    inputs === undefined || options.fresh ? undefined : recallBuild<BuildSummary>(cache, output, { inputs, today });
  if (last && isWhole(output, last.manifest)) return { summary: last.summary, isUnchanged: true };

  // Only now: reading the code of the whole press takes longer than finding that there is nothing to do.
  const { readSettings } = await import('./project-settings.ts');
  const { runPress } = await import('../src/pipeline.ts');
  const { createPrintCache } = await import('../src/print-cache.ts');
  // Parts of one build differ in their numbers alone.
  const plan = options.shard && hashInputs(buildInputs({ ...options, shard: undefined }, process.env));
  const report = await runPress(await readSettings(options), progress, {
    cache: createPrintCache(cache, hashCode(), { fresh: options.fresh }),
    plan,
  });
  const summary = summarise(report);
  const manifest = hashManifest(output);
  // Whoever saved a file meanwhile does not know whether it is in.
  if (inputs !== undefined && manifest !== undefined && hash() === inputs) {
    recordBuild(cache, output, { inputs, manifest, held: report.held, summary });
  }
  cache.tidy();
  return { summary, isUnchanged: false };
}
