import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { PROJECT } from './command-line.ts';

// Shows dist/ on this machine, at the address that content/settings.yaml names until the site is published.
const PORT = 8080;
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
  '.json': 'application/json',
  '.pdf': 'application/pdf',
  '.woff2': 'font/woff2',
};

const dist = join(PROJECT, 'dist');
const server = createServer((request, response) => {
  void answer(new URL(request.url ?? '/', 'http://localhost').pathname).then(({ status, file }) => {
    response.writeHead(status, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
});
server.on('error', () => {
  console.error(`error preview\n  Port ${PORT} is in use.\n  To mend it: end the other program, then try again.`);
  process.exitCode = 1;
});
server.listen(PORT, '127.0.0.1', () => console.log(`dist/ is at http://localhost:${PORT}/ (end with Ctrl+C)`));

async function answer(path: string): Promise<{ status: number; file: string }> {
  const file = join(dist, normalize(`/${decodeURIComponent(path)}`), path.endsWith('/') ? 'index.html' : '');
  const isFile = await stat(file).then(
    (found) => found.isFile(),
    () => false,
  );
  return isFile ? { status: 200, file } : { status: 404, file: join(dist, '404.html') };
}
