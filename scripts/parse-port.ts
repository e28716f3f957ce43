import { InvalidArgumentError } from 'commander';

/** Reads the value of `--port`. @throws {InvalidArgumentError} for what is no port */
export function parsePort(value: string): number {
  const port = Number(value);
  if (/^\d{1,5}$/.test(value) && port < 65_536) return port;
  throw new InvalidArgumentError('Write a number from 1 to 65535, or 0 for any free port.');
}
