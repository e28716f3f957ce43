import { existsSync } from 'node:fs';
import puppeteer, { type Browser } from 'puppeteer';
import { type BrowserBinary, hasPackagedBrowser, unpackPackagedBrowser } from './browser-binary.ts';
import { error, PressError } from '../problem.ts';

/**
 * Our own flags, not the npm package's: its list switches web security off, runs everything in one
 * process and renders by software GL, which costs half the processor time and makes pages share a thread.
 */
const FLAGS = [
  '--disable-gpu',
  '--font-render-hinting=none',
  '--no-first-run',
  '--no-pings',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-quic',
  '--disable-extensions',
  '--hide-scrollbars',
  '--mute-audio',
  '--lang=en-US',
  // No other host can be reached, whatever a page asks for.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

const INSTALL_HINT =
  'run `npx puppeteer browsers install chrome-headless-shell`, or install Chrome, or set PUPPETEER_EXECUTABLE_PATH to a Chrome or Chromium.';

/**
 * Finds a browser for this machine: PUPPETEER_EXECUTABLE_PATH first, since somebody asked for it; the
 * headless shell of the npm package on Linux x64; elsewhere Puppeteer's own cache, then an installed Chrome.
 * @throws {PressError} naming the command to run when there is none
 */
export async function findBrowser(
  cacheDirectory: string,
  environment: NodeJS.ProcessEnv = process.env,
  canUsePackage: boolean = hasPackagedBrowser(),
): Promise<BrowserBinary> {
  const asked = environment.PUPPETEER_EXECUTABLE_PATH;
  if (asked) {
    if (existsSync(asked)) return { executable: asked, environment: {} };
    throw new PressError([
      error('PUPPETEER_EXECUTABLE_PATH', `There is no file ${asked}.`, 'correct the path, or unset the variable.'),
    ]);
  }
  if (canUsePackage) return unpackPackagedBrowser(cacheDirectory);
  const candidates = [
    () => puppeteer.executablePath({ headless: 'shell' }),
    () => puppeteer.executablePath('chrome'),
    () => puppeteer.executablePath(),
  ];
  const found = candidates.map(pathOrNothing).find((path) => path !== undefined && existsSync(path));
  if (found) return { executable: found, environment: {} };
  throw new PressError([error('browser', 'No browser was found to print with.', INSTALL_HINT)]);
}

/**
 * Starts a browser. Root cannot use Chromium's sandbox; anyone else gets it where the system allows one,
 * and is told where it does not.
 * @throws {PressError} when the browser does not start, with what it said
 */
export async function launchBrowser(
  binary: BrowserBinary,
  tell: (message: string) => void = () => undefined,
): Promise<Browser> {
  if (process.getuid?.() === 0) return start(binary, ['--no-sandbox']);
  try {
    return await start(binary, []);
  } catch (failure) {
    if (!/sandbox/i.test(String(failure))) throw failure;
    tell('This system allows no browser sandbox; printing without one. Only this project’s own pages are opened.');
    return start(binary, ['--no-sandbox']);
  }
}

async function start(binary: BrowserBinary, extraFlags: string[]): Promise<Browser> {
  try {
    return await puppeteer.launch({
      executablePath: binary.executable,
      headless: 'shell',
      args: [...FLAGS, ...extraFlags],
      env: { ...process.env, ...binary.environment },
      protocolTimeout: 120_000,
    });
  } catch (failure) {
    const said = failure instanceof Error ? failure.message : String(failure);
    throw new PressError([
      error('browser', `The browser ${binary.executable} did not start: ${firstLines(said)}`, INSTALL_HINT),
    ]);
  }
}

function firstLines(text: string): string {
  return text.split('\n').slice(0, 8).join(' / ');
}

/** Puppeteer throws where it knows of no such browser. */
function pathOrNothing(path: () => string | Promise<string>): string | undefined {
  try {
    const found = path();
    return typeof found === 'string' ? found : undefined;
  } catch {
    return undefined;
  }
}
