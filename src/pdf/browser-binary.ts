import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { extract } from 'tar-fs';
import { exists, moveIntoPlace } from '../move-into-place.ts';

/** A browser that can be started: its program, and the environment it needs. */
export interface BrowserBinary {
  executable: string;
  /** Set on top of the caller's environment. */
  environment: Record<string, string>;
}

/** True where the headless shell of the npm package can run: it is built for Linux on x64 only. */
export function hasPackagedBrowser(platform = process.platform, arch = process.arch): boolean {
  return platform === 'linux' && arch === 'x64';
}

/**
 * Unpacks the headless shell of `@sparticuz/chromium` into `cacheDirectory`, once per package version.
 *
 * The package's own unpacking goes to fixed names in the shared temp folder, where two builds (or two
 * users) trip over each other. Here the work is done in a folder of this process's own and moved into
 * place in one step, so a reader sees either nothing or a whole browser.
 *
 * Its bundled libraries are always used: a bare Debian has no libnspr4, and with them the browser does
 * not depend on what the machine has. The same goes for fonts: a private fontconfig with one family keeps
 * system fonts out (with no font at all the shell fails to load even web fonts and crashes).
 */
export async function unpackPackagedBrowser(cacheDirectory: string): Promise<BrowserBinary> {
  const packageRoot = findPackageRoot();
  const { version } = JSON.parse(await readFile(join(packageRoot, 'package.json'), 'utf8')) as { version: string };
  const home = join(cacheDirectory, `headless-shell-${version}`);
  if (!(await exists(join(home, 'complete')))) await unpackInto(home, join(packageRoot, 'bin'));
  return {
    executable: join(home, 'chromium'),
    environment: {
      LD_LIBRARY_PATH: [join(home, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
      FONTCONFIG_FILE: join(home, 'fonts.conf'),
    },
  };
}

/** Ends the name of a folder in which a browser is being unpacked. */
const PARTIAL = '.partial-';
/** Unpacking takes seconds: what is older was left by a process that was killed. */
const ABANDONED_AFTER = 60 * 60 * 1000;

async function removeAbandoned(home: string): Promise<void> {
  const names = await readdir(dirname(home));
  for (const name of names.filter((candidate) => candidate.startsWith(basename(home) + PARTIAL))) {
    const path = join(dirname(home), name);
    const age = await stat(path).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    );
    if (age > ABANDONED_AFTER) await rm(path, { recursive: true, force: true });
  }
}

async function unpackInto(home: string, archives: string): Promise<void> {
  await mkdir(dirname(home), { recursive: true });
  await removeAbandoned(home);
  const workplace = await mkdtemp(`${home}${PARTIAL}`);
  try {
    await pipeline(
      createReadStream(join(archives, 'chromium.br')),
      createBrotliDecompress(),
      createWriteStream(join(workplace, 'chromium')),
    );
    await chmod(join(workplace, 'chromium'), 0o755);
    for (const archive of ['al2023.tar.br', 'fonts.tar.br']) {
      await pipeline(createReadStream(join(archives, archive)), createBrotliDecompress(), extract(workplace));
    }
    await writeFile(join(workplace, 'fonts.conf'), fontConfiguration(join(home, 'fonts'), join(home, 'font-cache')));
    await writeFile(join(workplace, 'complete'), '');
    await moveIntoPlace(workplace, home, 'complete');
  } finally {
    await rm(workplace, { recursive: true, force: true });
  }
}

function fontConfiguration(fonts: string, cache: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>${fonts}</dir><cachedir>${cache}</cachedir></fontconfig>
`;
}

/** The package exports only its entry file, so its folder is found from there upwards. */
function findPackageRoot(): string {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  return entry.slice(0, entry.lastIndexOf(join('@sparticuz', 'chromium')) + join('@sparticuz', 'chromium').length);
}
