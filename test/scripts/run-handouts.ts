import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { PROJECT } from '../fixture-site.ts';

/** How the command ended, and what it said. */
export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** What a person never should see. */
export const STACK_TRACE = /^\s+at .*:\d+:\d+\)?$/m;

/**
 * Runs `handouts` as a person at the terminal does, without npm in between.
 * @param options the folder to call it from, and the environment beside the one of the tests
 */
export function runHandouts(
  args: readonly string[],
  { cwd = PROJECT, env = { NO_COLOR: '1' } }: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [join(PROJECT, 'scripts/handouts.mjs'), ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (data: Buffer) => (stdout += data.toString()));
  child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })));
}
