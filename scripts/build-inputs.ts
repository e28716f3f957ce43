import { join } from 'node:path';
import { type BuildInputs, hashInputs } from '../src/hash-inputs.ts';
import { PROJECT } from './project.ts';
import type { RunOptions } from './run-options.ts';

/** Options that say where and how to build, and change no byte of the output. */
const WITHOUT_EFFECT: ReadonlySet<string> = new Set<keyof RunOptions>([
  'root',
  'templates',
  'output',
  'cache',
  'today',
  'workers',
  'fresh',
]);

/**
 * Everything that decides what `npm run build` writes. The day is not among it: the record of a build knows on which
 * days it holds. Installed packages are as the lockfile says; a browser of the machine itself may change unseen, and
 * `--fresh` is for that.
 */
export function buildInputs(options: RunOptions, { PUPPETEER_EXECUTABLE_PATH }: NodeJS.ProcessEnv): BuildInputs {
  const { root, templates, clinicTable } = options;
  return {
    paths: {
      content: join(root, 'content'),
      locales: join(root, 'locales'),
      templates,
      src: join(PROJECT, 'src'),
      scripts: join(PROJECT, 'scripts'),
      'package-lock.json': join(PROJECT, 'package-lock.json'),
      ...(clinicTable && { clinicTable }),
    },
    facts: {
      options: Object.entries(options).filter(([name]) => !WITHOUT_EFFECT.has(name)),
      node: process.version,
      machine: [process.platform, process.arch],
      browser: PUPPETEER_EXECUTABLE_PATH ?? null,
    },
  };
}

/** Hash of the code that prints, and of the packages it uses: what was printed by another does not count. */
export function hashCode(): string {
  const paths = { src: join(PROJECT, 'src'), 'package-lock.json': join(PROJECT, 'package-lock.json') };
  const { PUPPETEER_EXECUTABLE_PATH: browser = null } = process.env;
  return hashInputs({ paths, facts: [process.platform, process.arch, browser] }) ?? '';
}
