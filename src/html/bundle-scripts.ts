import { join } from 'node:path';
import { build } from 'esbuild';
import { compareText } from '../problem.ts';
import { panelTemplates } from './compile-templates.ts';

/** Where the scripts that run at the reader's are, one entry a file. */
const CLIENT = join(import.meta.dirname, '../client');

/**
 * The newest language the scripts may need: that of Chrome 64 (Android 5), Firefox 58 and Safari 12. In older browsers they
 * do not run, and pages are read without them. Not a list of browsers: for a rare fault of Safari 12 esbuild then
 * refuses all destructuring.
 */
const TARGET = 'es2018';

/**
 * Bundles scripts for readers' browsers, each to one file without imports.
 * @param names of files in `src/client/`, without `.ts`
 * @param templates folder of the page templates: some scripts have those of panels in them
 * @returns bytes by path within the output, such as `assets/page.js`
 */
export async function bundleScripts(names: Iterable<string>, templates: string): Promise<Map<string, Uint8Array>> {
  const files = await bundle([...new Set(names)].sort(), templates);
  return new Map(files.map(([name, bytes]) => [`assets/${name}`, bytes]));
}

/** Bundles the script that answers without a signal, which no page loads. */
export async function bundleWorker(templates: string): Promise<Uint8Array> {
  const [file] = await bundle(['service-worker'], templates);
  if (!file) throw new Error('The service worker was not bundled.');
  return file[1];
}

async function bundle(names: readonly string[], templates: string): Promise<[name: string, bytes: Uint8Array][]> {
  const { outputFiles } = await build({
    entryPoints: names.map((name) => join(CLIENT, `${name}.ts`)),
    absWorkingDir: CLIENT,
    outdir: CLIENT,
    bundle: true,
    plugins: [panelTemplates(templates)],
    write: false,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: TARGET,
    legalComments: 'none',
    // The press has words of all scripts in its bundles; escaped they would be up to twice as long.
    charset: 'utf8',
    logLevel: 'silent',
  });
  const files = outputFiles.map(({ path, contents }): [string, Uint8Array] => [
    path.slice(CLIENT.length + 1),
    contents,
  ]);
  return files.sort(([a], [b]) => compareText(a, b));
}
