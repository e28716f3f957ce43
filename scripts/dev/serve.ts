import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { watch } from 'chokidar';
import { build } from 'esbuild';
import { contentType } from '../../src/content-type.ts';
import { UsageError } from '../usage-error.ts';
import { DEV, missingPage, refusedSheet, SHEET_VIEW, sheetView, withClient } from './dev-pages.ts';
import type { DevEvent } from './dev-event.ts';
import type { LiveSite } from './live-site.ts';
import type { Maker } from './maker-process.ts';

/** A page that somebody looks at. */
interface Viewer {
  page: string;
  /** Of the page they have. */
  version: number;
  response: ServerResponse;
}

/** The server of a site that changes. */
export interface DevServer {
  address: string;
  /** Tells all who look at a page what is new. */
  announce(): void;
  /** Languages of the pages that somebody looks at. */
  languages(): string[];
}

/**
 * Serves the site on this machine.
 * @throws {UsageError} if the port is in use
 */
export async function serve(site: LiveSite, maker: Maker, port: number): Promise<DevServer> {
  const client = await bundleClient();
  const viewers = new Set<Viewer>();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname === `${DEV}events`) follow(url, request, response);
    else if (url.pathname === `${DEV}client.js`) send(response, 200, 'client.js', client);
    else if (url.pathname.startsWith(`${SHEET_VIEW}/`)) showSheet(url, response);
    else void answer(decode(url.pathname), response);
  });

  const tell = (viewer: Viewer): void => {
    const version = site.versionOf(viewer.page);
    const event: DevEvent = { isChanged: version !== viewer.version, problems: site.problems() };
    viewer.version = version;
    viewer.response.write(`data: ${JSON.stringify(event)}\n\n`);
  };
  const follow = ({ searchParams }: URL, request: IncomingMessage, response: ServerResponse): void => {
    const page = decode(searchParams.get('page') ?? '/');
    const version = searchParams.get('version');
    const viewer = { page, version: version ? Number(version) : site.versionOf(page), response };
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    viewers.add(viewer);
    request.on('close', () => viewers.delete(viewer));
    tell(viewer);
  };
  const showSheet = ({ pathname, searchParams }: URL, response: ServerResponse): void => {
    const page = decode(pathname.slice(SHEET_VIEW.length));
    const sheet = site.sheet(page);
    if (sheet) send(response, 200, 'x.html', sheetView(sheet, searchParams.get('form')));
    else send(response, 404, 'x.html', missingPage(page, site.isBeginning()));
  };
  const answer = async (path: string, response: ServerResponse): Promise<void> => {
    const file = path.slice(1) + (path.endsWith('/') ? 'index.html' : '');
    const found = site.file(file);
    if (typeof found === 'string' && file.endsWith('.html')) {
      const view = site.sheet(path) && `${SHEET_VIEW}${path}`;
      send(response, 200, file, withClient(found, site.versionOf(path), view));
    } else if (found !== undefined) send(response, 200, file, found);
    else if (site.isPdf(file)) {
      const printed = await maker.print(file);
      if ('bytes' in printed) send(response, 200, file, printed.bytes);
      else send(response, 500, 'x.html', refusedSheet(printed.problems));
    } else send(response, site.isBeginning() ? 503 : 404, 'x.html', missingPage(path, site.isBeginning()));
  };

  server.listen(port, '127.0.0.1');
  await once(server, 'listening').catch((failure: NodeJS.ErrnoException) => {
    const fix = `end the program that uses it, or choose another: --port ${port + 1}.`;
    throw new UsageError('--port', `Port ${port} cannot be used (${failure.code}).`, fix);
  });
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}/`,
    announce: () => viewers.forEach(tell),
    languages: () => [...new Set([...viewers].flatMap(({ page }) => languageOf(page) ?? []))],
  };
}

/** Calls back with each group of saved files. Half-saved ones are waited for. @param root of the project */
export function watchFiles(folders: readonly string[], onChange: (files: string[]) => void): Promise<void> {
  const files: string[] = [];
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch([...folders], { ignoreInitial: true, ignored: /(^|[/\\])\.[^/\\]|~$/ });
  watcher.on('all', (_event, file) => {
    files.push(file);
    clearTimeout(timer);
    // Editors save several files, or one in several steps.
    timer = setTimeout(() => onChange(files.splice(0)), 60);
  });
  return new Promise((resolve) => watcher.on('ready', resolve));
}

/** `/es/water/` and `/clinics/open-door/es/water/` are both of `es`. */
function languageOf(page: string): string | undefined {
  return /^\/(?:clinics\/[^/]+\/)?([a-z]{2,3}(?:-[A-Za-z]+)?)\//.exec(page)?.[1];
}

async function bundleClient(): Promise<string> {
  const entry = join(import.meta.dirname, 'dev-client.ts');
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, write: false, format: 'iife' });
  return outputFiles[0]?.text ?? '';
}

function send(response: ServerResponse, status: number, name: string, body: string | Uint8Array): void {
  response.writeHead(status, { 'content-type': contentType(name), 'cache-control': 'no-store' });
  response.end(body);
}

/** An address that cannot be decoded names no page. */
function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
