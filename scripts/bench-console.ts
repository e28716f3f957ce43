import { availableParallelism, cpus, loadavg } from 'node:os';

/** Writes over and over on one line; nothing where the output is no terminal. */
export function tell(message: string): void {
  if (process.stdout.isTTY) process.stdout.write(`\r\u001b[K${message}`);
}

/** What the figures of this run hold for: the machine, and how much else it had to do when the run began. */
export function machine(): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown';
  const load = (loadavg()[0] ?? 0).toFixed(1);
  return `${availableParallelism()} cores (${model}), load ${load}, Node ${process.versions.node}`;
}
