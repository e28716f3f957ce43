import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { PressError } from '../../src/problem.ts';
import { fixtureSettings } from '../fixture-site.ts';
import { CAN_LIST_PROCESSES, runningBrowsers } from '../pdf/child-processes.ts';
import { type PressedNetwork, pressNetwork, readHashes } from './press-network.ts';

// Whole builds, on a machine that may be busy.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const FORMS = ['standard' as const, 'ink-saver' as const];
/** More with `CRASH_RUNS=40 npx vitest run …`. */
const RUNS = Number(process.env.CRASH_RUNS ?? 3);
const STOPPED = 'The browser stopped; starting it again.';

let calm: PressedNetwork;
beforeAll(async () => {
  calm = await pressNetwork({ settings: { forms: FORMS } });
});

/** Ends browsers, as a lack of memory would; one that ended by itself meanwhile is no matter. */
function kill(ids: readonly number[]): void {
  for (const id of ids) {
    try {
      process.kill(id, 'SIGKILL');
    } catch (failure) {
      if ((failure as NodeJS.ErrnoException).code !== 'ESRCH') throw failure;
    }
  }
}

/** Builds in the folder of the calm build while its browsers are killed after each of some times, in milliseconds. */
async function pressWhileKilling(pauses: readonly number[]): Promise<{ failure?: unknown }> {
  const over = new AbortController();
  const build = pressNetwork({ root: calm.root, settings: { forms: FORMS } }).then(
    () => undefined,
    (failure: unknown) => failure,
  );
  const killing = (async () => {
    while (runningBrowsers().length === 0 && !over.signal.aborted) await setTimeout(5);
    for (const pause of pauses) {
      await setTimeout(pause);
      if (over.signal.aborted) return;
      kill(runningBrowsers());
    }
  })();
  const failure = await build;
  over.abort();
  await killing;
  return { failure };
}

describe.skipIf(!CAN_LIST_PROCESSES)('a build whose browsers are killed', () => {
  it('at any moments is the same, or says in words why it is not and leaves the last one whole', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(2500), { minLength: 1, maxLength: 5 }), async (pauses) => {
        const { failure } = await pressWhileKilling(pauses);
        if (failure !== undefined) {
          expect(failure).toBeInstanceOf(PressError);
          const { problems } = failure as PressError;
          expect(problems.map(({ where }) => where.file)).toEqual(['browser']);
        }
        expect(await readHashes(calm.output)).toEqual(calm.hashes);
        expect((await readdir(calm.root)).filter((name) => name.startsWith('dist'))).toEqual(['dist']);
        expect(runningBrowsers()).toEqual([]);
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  });

  it('in the midst of its work goes on with others', async () => {
    const told: string[] = [];
    let steps = 0;
    // The cards are done with browsers of their own; with the third file, those of the sheets are at work.
    const step = () => {
      steps += 1;
      if (steps === 3) kill(runningBrowsers());
    };
    const progress = { step, tell: (message: string) => told.push(message) };
    const built = await pressNetwork({ root: calm.root, settings: { forms: FORMS }, progress });
    expect(new Set(told)).toEqual(new Set([STOPPED]));
    expect(built.hashes).toEqual(calm.hashes);
  });
});

describe.skipIf(!CAN_LIST_PROCESSES)('a build that is killed itself', () => {
  it.each(['full/ar/water standard', 'plain/en/walking ink-saver'])(
    'at "%s" leaves the last output, and its remains to the next',
    async (moment) => {
      await killAt(moment);
      expect(await readHashes(calm.output)).toEqual(calm.hashes);
      await pressNetwork({ root: calm.root, settings: { forms: FORMS } });
      expect(await readHashes(calm.output)).toEqual(calm.hashes);
      expect((await readdir(calm.root)).filter((name) => name.startsWith('dist'))).toEqual(['dist']);
    },
  );
});

/** Starts a build in a process of its own, and kills it with its browsers when it says something. */
async function killAt(moment: string): Promise<void> {
  const settings = await fixtureSettings(calm.root, { forms: FORMS, clinicTable: join(calm.root, 'network.csv') });
  const script = join(import.meta.dirname, 'press-in-child.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, JSON.stringify(settings)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  let isReached = false;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line !== moment) continue;
    isReached = true;
    const browsers = runningBrowsers(child.pid);
    child.kill('SIGKILL');
    kill(browsers);
  }
  const [, signal] = (await ended) as [number | null, string | null];
  expect({ isReached, signal }).toEqual({ isReached: true, signal: 'SIGKILL' });
}
