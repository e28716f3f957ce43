import { error, type Problem } from '../problem.ts';
import type { Manifest, Shard } from './manifest.ts';

/** A part of a build, as it was read. */
export interface Part {
  /** As a person named it. */
  folder: string;
  manifest: Manifest;
}

/** Checks that parts make up one build: all there, none twice, all made from the same. */
export function checkParts(parts: readonly Part[]): Problem[] {
  const whole = parts.filter(({ manifest }) => !manifest.shard);
  const sharded = parts.flatMap(({ folder, manifest: { shard } }) => (shard ? [{ folder, shard }] : []));
  const [first] = sharded;
  if (!first) return whole.map(notAPart);
  return [
    ...whole.map(notAPart),
    ...sharded.flatMap((part) => checkAgainst(part, first)),
    ...sharded.flatMap((part, index) => checkTwice(part, sharded.slice(0, index))),
    ...checkMissing(
      sharded.map(({ shard }) => shard),
      first.shard.count,
    ),
  ];
}

interface NamedShard {
  folder: string;
  shard: Shard;
}

function notAPart({ folder }: Part): Problem {
  return error(folder, 'This is a whole build and not a part of one.', 'leave it out, or build it with --shard.');
}

function checkAgainst({ folder, shard }: NamedShard, first: NamedShard): Problem[] {
  if (shard.count !== first.shard.count) {
    const what = `This is ${nameOf(shard)}, but ${first.folder} is ${nameOf(first.shard)}.`;
    return [error(folder, what, 'build all parts with the same number of parts.')];
  }
  if (shard.plan !== first.shard.plan) {
    const what = `Part ${shard.index} was built from other content, settings or code than part ${first.shard.index} (${first.folder}).`;
    return [error(folder, what, 'build both again from the same project and the same table of clinics.')];
  }
  return [];
}

function checkTwice({ folder, shard }: NamedShard, earlier: readonly NamedShard[]): Problem[] {
  const other = earlier.find((one) => one.shard.index === shard.index && one.shard.count === shard.count);
  if (!other) return [];
  return [error(folder, `This is ${nameOf(shard)}, and so is ${other.folder}.`, 'leave one of the two out.')];
}

function checkMissing(shards: readonly Shard[], count: number): Problem[] {
  const there = new Set(shards.map(({ index }) => index));
  const missing = Array.from({ length: count }, (_, index) => index + 1).filter((index) => !there.has(index));
  if (missing.length === 0) return [];
  const what =
    missing.length === 1
      ? `Part ${missing[0]} of ${count} is missing.`
      : `Parts ${missing.join(', ')} of ${count} are missing.`;
  const builds = missing.slice(0, 3).map((index) => `--shard ${index}/${count}`);
  const more = missing.length > builds.length ? ' and so on' : '';
  const folders = missing.length === 1 ? 'that folder' : 'those folders';
  return [error('parts', what, `build with ${builds.join(', ')}${more}, and name ${folders} too.`)];
}

function nameOf({ index, count }: Shard): string {
  return `part ${index} of ${count}`;
}
