import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { contentType } from '../src/content-type.ts';

/** What is compressed already. */
const PACKED = ['.woff2', '.png', '.ico'];

/** Serves files as a good host does, compressed beforehand by the best way a browser knows. */
export async function startCompressingServer(
  files: ReadonlyMap<string, Uint8Array>,
): Promise<{ origin: string; close: () => void }> {
  const ways = { br: brotliCompressSync, gzip: gzipSync };
  const packed = new Map<string, Uint8Array>();
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1);
    const name = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    const bytes = files.get(name);
    if (!bytes) {
      response.writeHead(404).end();
      return;
    }
    const accepted = String(request.headers['accept-encoding']);
    const way = (['br', 'gzip'] as const).find((known) => !PACKED.includes(extname(name)) && accepted.includes(known));
    const key = `${way} ${name}`;
    const body = packed.get(key) ?? (way ? ways[way](bytes) : bytes);
    packed.set(key, body);
    response.writeHead(200, {
      'content-type': contentType(name),
      'content-length': body.length,
      ...(way && { 'content-encoding': way }),
    });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}/`, close: () => server.close().closeAllConnections() };
}
