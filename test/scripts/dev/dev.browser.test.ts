import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser, launchBrowser } from '../../../src/pdf/launch-browser.ts';
import { copyFixtureSite, PROJECT } from '../../fixture-site.ts';
import { runHandouts } from '../run-handouts.ts';

let root: string;
let server: ChildProcess;
let address: string;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  root = await copyFixtureSite();
  const args = ['dev', '--content', root, '--today', '2026-11-23', '--port', '0', '--json'];
  server = spawn(process.execPath, [join(PROJECT, 'scripts/handouts.mjs'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  address = await new Promise((resolve) => {
    let said = '';
    server.stdout?.on('data', (data: Buffer) => {
      said += data.toString();
      if (said.endsWith('}\n')) resolve((JSON.parse(said) as { result: { address: string } }).result.address);
    });
  });
  // The browser of the press knows this machine by its number alone.
  address = address.replace('localhost', '127.0.0.1');
  browser = await launchBrowser(await findBrowser(join(PROJECT, '.cache')));
  page = await browser.newPage();
  await page.goto(`${address}en/water/`);
});
afterAll(async () => {
  await browser?.close();
  server?.kill();
  if (server?.exitCode === null) await once(server, 'exit');
});

const file = () => join(root, 'content/handouts/water/en.md');
const OVERLAY = "document.querySelector('handouts-problems')?.shadowRoot.querySelector('details.error')";
const waitFor = (expression: string) => page.waitForFunction(expression, { timeout: 60_000 });

describe('handouts dev', () => {
  it('shows a page by itself as soon as it is made', async () => {
    await waitFor("document.querySelector('h1')?.textContent === 'Drinking enough water'");
  });

  it('shows what was saved, lays mistakes over the last good page, and takes them away when they are mended', async () => {
    const text = await readFile(file(), 'utf8');
    await writeFile(file(), text.replace(/^title: .*$/m, 'title: Water for all'));
    await waitFor("document.querySelector('h1')?.textContent === 'Water for all'");
    await writeFile(file(), text.replace('{{emergency}}', '{{emergencies}}'));
    await waitFor(OVERLAY);
    expect(await page.evaluate(`${OVERLAY}.textContent`)).toContain('There is no fact named {{emergencies}}.');
    expect(await page.$eval('h1', ({ textContent }) => textContent)).toBe('Water for all');
    await writeFile(file(), text);
    await waitFor("document.querySelector('h1')?.textContent === 'Drinking enough water'");
    expect(await page.evaluate(`${OVERLAY} ?? null`)).toBeNull();
  });

  it('shows the sheet that is printed from a page beside it', async () => {
    const view = await (await fetch(`${address}__sheet/en/water/`)).text();
    const pdf = /src="\/(print\/[^"]+\.pdf)"/.exec(view)?.[1] ?? '';
    const printed = await fetch(address + pdf);
    expect([printed.status, printed.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(
      Buffer.from(await printed.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  it('knows no address that the site has not', async () => {
    const statusOf = async (path: string) => (await fetch(address + path)).status;
    // Until the whole site was made once, it may still come.
    await expect.poll(() => statusOf('en/nothing/'), { timeout: 60_000 }).toBe(404);
    expect(await statusOf('__sheet/en/nothing/')).toBe(404);
  });

  it('refuses a port that is in use', async () => {
    const { port } = new URL(address);
    const { code, stderr } = await runHandouts(['dev', '--content', root, '--port', port]);
    expect(stderr).toContain(`error --port\n  Port ${port} cannot be used (EADDRINUSE).`);
    expect(code).toBe(2);
  });
});
