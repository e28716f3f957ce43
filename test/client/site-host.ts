import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { contentType } from '../../src/content-type.ts';

/** A host of a site in a subfolder, which can be switched off, or break some files off half way. */
export interface SiteHost {
  /** Such as `http://127.0.0.1:43210/clinic/`. */
  root: string;
  /** What it serves now. */
  files: ReadonlyMap<string, Uint8Array>;
  /** False: every connection breaks, as without a signal. */
  isOn: boolean;
  /** True: it takes every request, and answers none. */
  isHanging: boolean;
  /** These paths break off half way. */
  broken: RegExp | undefined;
  /** Paths that were asked for, in their order. */
  asked: string[];
  close(): Promise<void>;
}

/** Starts a host. It lets browsers keep nothing by themselves, so that what is there without it is what was kept. */
export async function startSiteHost(files: ReadonlyMap<string, Uint8Array>, folder = '/clinic/'): Promise<SiteHost> {
  const server = createServer((request, response) => {
    const path = (request.url ?? '').split('?')[0]?.slice(folder.length) ?? '';
    if (!host.isOn) {
      request.socket.destroy();
      return;
    }
    host.asked.push(path);
    if (host.isHanging) return;
    const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    const bytes = host.files.get(file);
    const type = contentType(bytes ? file : '404.html');
    const body = bytes ?? host.files.get('404.html') ?? new Uint8Array();
    response.writeHead(bytes ? 200 : 404, {
      'content-type': type,
      'cache-control': 'no-store',
      'content-length': body.length,
    });
    if (host.broken?.test(path)) response.write(body.subarray(0, body.length / 2), () => request.socket.destroy());
    else response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host: SiteHost = {
    root: `http://127.0.0.1:${(server.address() as AddressInfo).port}${folder}`,
    ...{ files, isOn: true, isHanging: false, broken: undefined, asked: [] },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return host;
}
