import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './project.ts';

/** The version in `package.json`. */
export function projectVersion(): string {
  return (JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as { version: string }).version;
}
