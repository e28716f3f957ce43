import { spawnSync } from 'node:child_process';

/** False where the program that lists processes is missing. */
export const CAN_LIST_PROCESSES = spawnSync('pgrep', ['-V']).error === undefined;

/** Process ids of the browsers this process has started. */
export function runningBrowsers(): number[] {
  const { stdout } = spawnSync('pgrep', ['-P', String(process.pid), 'chrom|headless'], { encoding: 'utf8' });
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map(Number);
}
