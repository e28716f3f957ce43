import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { UsageError } from './usage-error.ts';
import { previewAnswer } from './preview-answer.ts';

/**
 * Serves a finished output on this machine, as a good host does, until the process is ended.
 * @throws {UsageError} if the port is in use
 */
export async function servePreview(folder: string, port: number): Promise<void> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const accepted = String(request.headers['accept-encoding'] ?? '');
    void previewAnswer(folder, path, accepted).then(({ status, file, headers }) => {
      response.writeHead(status, headers);
      createReadStream(file)
        .on('error', () => response.end())
        .pipe(response);
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening').catch((failure: NodeJS.ErrnoException) => {
    const fix = `end the program that uses it, or choose another: --port ${port + 1}.`;
    throw new UsageError('--port', `Port ${port} cannot be used (${failure.code}).`, fix);
  });
}
