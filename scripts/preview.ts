import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { PROJECT } from './command-line.ts';
import { previewAnswer } from './preview-answer.ts';

// Shows dist/ on this machine, at the address that content/settings.yaml names until the site is published.
const PORT = 8080;

const dist = join(PROJECT, 'dist');
const server = createServer((request, response) => {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname;
  void previewAnswer(dist, path, String(request.headers['accept-encoding'] ?? '')).then(({ status, file, headers }) => {
    response.writeHead(status, headers);
    createReadStream(file)
      .on('error', () => response.end())
      .pipe(response);
  });
});
server.on('error', () => {
  console.error(`error preview\n  Port ${PORT} is in use.\n  To mend it: end the other program, then try again.`);
  process.exitCode = 1;
});
server.listen(PORT, '127.0.0.1', () => console.log(`dist/ is at http://localhost:${PORT}/ (end with Ctrl+C)`));
