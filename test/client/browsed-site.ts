import type { Browser, Page } from 'puppeteer';
import type { BuiltSite } from '../html/build-fixture-site.ts';

/**
 * Opens a page that finds a built site at its address, as on a web server: a path without a file gets the page for lost
 * readers, with its status.
 */
export async function browseSite(
  browser: Browser,
  { site, settings }: BuiltSite,
  languages: readonly string[] = ['en-US'],
): Promise<Page> {
  const files = new Map<string, string | Uint8Array>([
    ...site.pages.map(({ path, content }): [string, string] => [path, content]),
    ...site.assets,
  ]);
  const page = await browser.newPage();
  await page.evaluateOnNewDocument((tags) => {
    Object.defineProperty(navigator, 'languages', { get: () => tags });
  }, languages);
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const path = decodeURI(new URL(request.url()).pathname).slice(new URL(settings.address).pathname.length);
    const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    const found = files.get(file);
    const body = found ?? files.get('404.html') ?? '';
    const type = found === undefined || file.endsWith('.html') ? 'text/html' : typeOf(file);
    void request.respond({
      status: found === undefined ? 404 : 200,
      contentType: type,
      body: typeof body === 'string' ? body : Buffer.from(body),
    });
  });
  return page;
}

function typeOf(file: string): string {
  if (file.endsWith('.js')) return 'text/javascript';
  return file.endsWith('.css') ? 'text/css' : 'application/octet-stream';
}
