import { spawn } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PageServer, startPageServer } from '../../src/pdf/page-server.ts';
import { PROJECT } from '../fixture-site.ts';

let server: PageServer;
beforeAll(async () => {
  const files = { 'assets/site.css': 'p{}', 'assets/a.woff2': 'font', 'es/index.html': 'hola', 'a b.svg': '<svg/>' };
  server = await startPageServer(new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)])));
});
afterAll(() => server.close());

const get = (path: string): Promise<Response> => fetch(new URL(path, server.origin));

describe('the server of the pages to print', () => {
  it.each([
    ['assets/site.css', 'text/css; charset=utf-8', 'p{}'],
    ['assets/a.woff2', 'font/woff2', 'font'],
    ['es/', 'text/html; charset=utf-8', 'hola'],
    ['a%20b.svg', 'image/svg+xml', '<svg/>'],
    ['assets/site.css?v=1', 'text/css; charset=utf-8', 'p{}'],
  ])('gives %s as %s', async (path, type, text) => {
    const response = await get(path);
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([200, type, text]);
  });

  it.each(['missing.png', 'es', '../package.json', '%2e%2e/package.json', 'constructor'])('has no %s', async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  it('gives an empty page at its root, to swap the sheets into', async () => {
    expect(await (await get('')).text()).toBe('<!doctype html><title>press</title>');
  });

  it('is for this machine only', () => {
    expect(server.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  });

  it('answers no more once it is closed', async () => {
    const other = await startPageServer(new Map());
    await other.close();
    await expect(fetch(other.origin)).rejects.toThrow();
  });

  // In a process of its own: the fault is thrown inside the server, where no test can catch it.
  it('outlives an address that cannot be decoded', async () => {
    const script = `const { startPageServer } = await import('./src/pdf/page-server.ts');
      const server = await startPageServer(new Map());
      const { status } = await fetch(server.origin + '%E0%A4%A');
      await server.close();
      process.exitCode = status === 404 ? 0 : 1;`;
    const args = ['--import', 'tsx', '--input-type=module', '--eval', script];
    const child = spawn(process.execPath, args, { cwd: PROJECT, stdio: 'ignore' });
    expect(await new Promise((resolve) => child.on('exit', resolve))).toBe(0);
  });
});
