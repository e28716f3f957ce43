import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { contentType } from '../content-type.ts';

/** Serves the site that is being built to the browser that prints it, on this machine only. */
export interface PageServer {
  /** Such as `http://127.0.0.1:43210/`. */
  origin: string;
  close(): Promise<void>;
}

/**
 * Starts a server on the loopback address over files in memory. Printing needs one because a page set into
 * the browser may not load fonts from disk.
 * @param files bytes by path within the site
 */
export async function startPageServer(files: ReadonlyMap<string, Uint8Array>): Promise<PageServer> {
  const server = createServer((request, response) => {
    const path = pathOf(request.url);
    const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    const bytes = path === '' ? BLANK : files.get(file);
    if (!bytes) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': contentType(file),
      'cache-control': 'max-age=3600',
    });
    response.end(bytes);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The page that stays open while sheets are swapped in. */
const BLANK = new TextEncoder().encode('<!doctype html><title>press</title>');

/** The path within the site that a request asks for; an address that cannot be decoded names no file. */
function pathOf(address = '/'): string {
  try {
    return decodeURIComponent(new URL(address, 'http://localhost').pathname).slice(1);
  } catch {
    return address;
  }
}
