import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Site } from '../../src/html/build-site.ts';
import { contentType } from '../../src/content-type.ts';

/** What the published site allows its pages: nothing inline but the styles that the page was made with. */
function policyOf(html: string): string {
  const hashes = [...html.matchAll(/<style>([^]*?)<\/style>/g)].map(
    ([, css = '']) => `'sha256-${createHash('sha256').update(css).digest('base64')}'`,
  );
  return [
    "default-src 'none'; script-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'",
    `style-src 'self' ${hashes.join(' ')}`,
    "manifest-src 'self'; worker-src 'self'; frame-src 'self' blob:; base-uri 'none'; form-action 'self'",
  ].join('; ');
}

/** Serves a built site from memory on this machine, under the policy that it is published with. */
export async function serveWithPolicy({ pages, assets }: Site): Promise<{ origin: string; close: () => void }> {
  const files = new Map<string, string | Uint8Array>(assets);
  for (const { path, content } of pages) files.set(path, content);
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1);
    const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    const content = files.get(file);
    const policy =
      typeof content === 'string' && file.endsWith('.html') ? { 'content-security-policy': policyOf(content) } : {};
    response.writeHead(content === undefined ? 404 : 200, { 'content-type': contentType(file), ...policy });
    response.end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
