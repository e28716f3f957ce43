import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { previewAnswer } from '../../scripts/preview-answer.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'handout-press-preview-'));
  for (const path of [
    ...['404.html', 'es/index.html', 'es/index.html.br', 'es/index.html.gz', 'sw.js', 'es/app.webmanifest'],
    ...['assets/site.3f2a9c1d.css', 'assets/site.3f2a9c1d.css.gz', 'es/clinic.vcf', 'print/a/es/water.pdf'],
  ]) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), path);
  }
});
afterAll(() => rm(folder, { recursive: true }));

async function answer(path: string, accepted?: string): Promise<[status: number, file: string, type?: string]> {
  const { status, file, headers } = await previewAnswer(folder, path, accepted);
  return [status, file.slice(folder.length + 1).replaceAll('\\', '/'), headers['content-type']];
}

describe('the preview', () => {
  it.each([
    ['/es/', 'es/index.html', 'text/html; charset=utf-8'],
    ['/sw.js', 'sw.js', 'text/javascript; charset=utf-8'],
    ['/es/app.webmanifest', 'es/app.webmanifest', 'application/manifest+json'],
    ['/es/clinic.vcf', 'es/clinic.vcf', 'text/vcard; charset=utf-8'],
    ['/print/a/es/water.pdf', 'print/a/es/water.pdf', 'application/pdf'],
  ])('sends %s with its type', async (path, file, type) => {
    expect(await answer(path)).toEqual([200, file, type]);
  });

  it('sends the smallest copy that the browser knows, with the type of what it holds', async () => {
    expect(await answer('/es/', 'gzip, deflate, br')).toEqual([200, 'es/index.html.br', 'text/html; charset=utf-8']);
    expect(await answer('/es/', 'gzip;q=1.0')).toEqual([200, 'es/index.html.gz', 'text/html; charset=utf-8']);
    const { headers } = await previewAnswer(folder, '/es/', 'br');
    expect(headers['content-encoding']).toBe('br');
    expect((await previewAnswer(folder, '/es/')).headers['content-encoding']).toBeUndefined();
  });

  it('lets a browser keep assets for ever, and nothing else', async () => {
    const cachingOf = async (path: string) => (await previewAnswer(folder, path)).headers['cache-control'];
    expect(await cachingOf('/assets/site.3f2a9c1d.css')).toContain('immutable');
    expect(await cachingOf('/assets/site.00000000.css')).toBe('no-cache');
    expect(await cachingOf('/es/')).toBe('no-cache');
  });

  it.each(['/fr/', '/../../etc/passwd', '/%E0%A4%A', '/es'])('shows the page for lost readers at %s', async (path) => {
    expect(await answer(path)).toEqual([404, '404.html', 'text/html; charset=utf-8']);
  });
});
