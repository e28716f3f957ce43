import { join } from 'node:path';
import { build } from 'esbuild';

/** Where the scripts that run at the reader's are, one entry a file. */
const CLIENT = join(import.meta.dirname, '../client');

/**
 * The oldest browsers the scripts are written for: what runs on Android 5 and the first iPhone SE. In one still older
 * they do not run, and pages are read without them.
 */
const TARGETS = ['chrome64', 'firefox67', 'safari12'];

/**
 * Bundles scripts for readers' browsers, each to one file without imports.
 * @param names of files in `src/client/`, without `.ts`
 * @returns bytes by path within the output, such as `assets/page.js`
 */
export async function bundleScripts(names: Iterable<string>): Promise<Map<string, Uint8Array>> {
  const { outputFiles } = await build({
    entryPoints: [...new Set(names)].sort().map((name) => join(CLIENT, `${name}.ts`)),
    absWorkingDir: CLIENT,
    outdir: CLIENT,
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: TARGETS,
    legalComments: 'none',
    // The press has words of all scripts in its bundles; escaped they would be up to twice as long.
    charset: 'utf8',
    logLevel: 'silent',
  });
  const files = outputFiles.map(({ path, contents }): [string, Uint8Array] => [
    `assets/${path.slice(CLIENT.length + 1)}`,
    contents,
  ]);
  return new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}
