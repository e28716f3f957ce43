#!/usr/bin/env node
// The command `handouts`. It runs before it is known whether any package is installed, so it is plain JavaScript on Node
// alone. It finds everything by its own place: it may be called from any folder.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const missing = ['tsx', 'commander'].filter((name) => !existsSync(join(project, 'node_modules', name, 'package.json')));

if (missing.length > 0) {
  console.error(
    `error node_modules\n  The packages this project needs are not installed (${missing.join(', ')}).\n  To mend it: in ${project}, run npm install, or npm run setup, which installs exactly what the lockfile lists.`,
  );
  process.exitCode = 3;
} else {
  const { register } = await import('tsx/esm/api');
  register({ tsconfig: join(project, 'tsconfig.json') });
  const { runProgram } = await import('./run-program.ts');
  process.exitCode = await runProgram(process.argv.slice(2));
}
