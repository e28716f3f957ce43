// Installs what package-lock.json lists, when node_modules is missing or stale. Runs before every npm script
// that needs it, so it is plain JavaScript on Node alone. Does nothing, in a few milliseconds, when all is there.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST_NODE = [20, 19];
/** A lock older than this is of an install that was killed. */
const LOCK_MINUTES = 15;

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stampFile = join(root, 'node_modules', '.handout-press-setup');
const lockFolder = join(root, '.setup-lock');

checkNode();
if (!isUpToDate()) {
  await waitForLock();
  try {
    if (!isUpToDate()) install();
  } finally {
    rmSync(lockFolder, { recursive: true, force: true });
  }
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  fail(`Node ${process.versions.node} is too old.`, `install Node ${OLDEST_NODE.join('.')} or newer from nodejs.org.`);
}

/** What the installed packages depend on: the lockfile, and the machine that optional packages are chosen for. */
function wantedStamp() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform} ${process.arch}\n`;
}

function isUpToDate() {
  try {
    return readFileSync(stampFile, 'utf8') === wantedStamp();
  } catch {
    return false;
  }
}

/** Two builds started at once on a fresh clone: one installs, the other waits for it. */
async function waitForLock() {
  for (;;) {
    try {
      mkdirSync(lockFolder);
      return;
    } catch (failure) {
      if (failure.code !== 'EEXIST') throw failure;
    }
    try {
      if (Date.now() - statSync(lockFolder).mtimeMs > LOCK_MINUTES * 60_000)
        rmSync(lockFolder, { recursive: true, force: true });
    } catch {
      // It went away between the two calls: try again at once.
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

function install() {
  console.log('Setting up: installing the packages this project needs (once, about a minute) …');
  const options = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const result = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...options], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
    : spawnSync('npm', options, {
        cwd: root,
        stdio: ['ignore', 'inherit', 'inherit'],
        shell: process.platform === 'win32',
      });
  if (result.status !== 0) {
    fail(
      'The packages could not be installed (the lines above say why).',
      'check the internet connection and the free disk space, then run the same command again.',
    );
  }
  writeFileSync(stampFile, wantedStamp());
}

function fail(what, fix) {
  console.error(`error setup\n  ${what}\n  To mend it: ${fix}`);
  rmSync(lockFolder, { recursive: true, force: true });
  process.exit(1);
}
