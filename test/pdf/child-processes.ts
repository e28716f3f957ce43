import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** False where the system does not show its processes as files; Linux does. */
export const CAN_LIST_PROCESSES = existsSync('/proc/self/stat');

/** Process ids of the browsers that a process has started; this one, if none is given. */
export function runningBrowsers(starter: number = process.pid): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((id) => {
      const { name, state, parent } = readStat(id);
      return parent === starter && /chrom|headless/.test(name) && state !== 'Z';
    })
    .map(Number);
}

/** Name, state and parent of a process; see proc(5). One that ended meanwhile has none. */
function readStat(id: string): { name: string; state?: string; parent?: number } {
  try {
    const [, name = '', state, parent] = /\((.*)\) (\S) (\d+)/s.exec(readFileSync(`/proc/${id}/stat`, 'utf8')) ?? [];
    return { name, state, parent: Number(parent) };
  } catch {
    return { name: '' };
  }
}
