import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { readLanguages } from '../src/i18n/languages.ts';
import { findBrowser, launchBrowser } from '../src/pdf/launch-browser.ts';
import { startPageServer } from '../src/pdf/page-server.ts';
import type { ManifestEntry } from '../src/publish/manifest.ts';
import type { Progress } from '../src/pipeline.ts';
import { error, PressError } from '../src/problem.ts';
import { PROJECT } from './project.ts';
import { requireKnown } from './usage-error.ts';

const PICTURE = '.github/readme/languages.png';
const PAGE_WIDTH = 240;
const COLUMNS = 5;

/** The parts of pdf.js that run in the page; it has types for itself, but not for an import from an address. */
interface PdfJs {
  GlobalWorkerOptions: { workerSrc: string };
  getDocument(options: { data: ArrayBuffer }): { promise: Promise<PdfDocument> };
}
interface PdfDocument {
  getPage(number: number): Promise<{
    getViewport(options: { scale: number }): { width: number; height: number };
    render(options: object): { promise: Promise<void> };
  }>;
}

/**
 * Draws the front page of one handout in every language, from the PDFs in `dist/`, as one picture for the README.
 * @throws {PressError} if the handout was not built
 */
export async function drawContactSheet(
  handout: string,
  progress: Pick<Progress, 'tell'>,
): Promise<{ picture: string; languages: number }> {
  const { resolve } = createRequire(import.meta.url);
  const manifest = await readManifest();
  const { value: languages = [] } = await readLanguages(PROJECT);
  const pages = languages.flatMap(({ tag, english }) => {
    const entry = manifest.files.find(({ sheet }) => sheet?.handout === handout && sheet.locale === tag);
    return entry ? [{ english, path: entry.path }] : [];
  });

  if (pages.length === 0) {
    const known = [...new Set(manifest.files.flatMap(({ sheet }) => sheet?.handout ?? []))];
    requireKnown(handout, known, { where: 'handout', kind: 'handout in dist/' });
  }
  const files = new Map<string, Uint8Array>();
  for (const { path } of pages) files.set(path, await readFile(join(PROJECT, 'dist', path)));
  for (const name of ['pdf.mjs', 'pdf.worker.mjs'])
    files.set(name, await readFile(resolve(`pdfjs-dist/build/${name}`)));

  const server = await startPageServer(files);
  const browser = await launchBrowser(await findBrowser(join(PROJECT, '.cache')), (message) => progress.tell(message));
  try {
    const page = await browser.newPage();
    await page.setViewport({ width: COLUMNS * (PAGE_WIDTH + 16), height: 100 });
    await page.goto(server.origin);
    // The compiler that runs our TypeScript wraps inner functions in a call of this name.
    await page.evaluate('globalThis.__name = (wrapped) => wrapped');
    await page.evaluate(drawPages, pages, PAGE_WIDTH, COLUMNS);
    await writeFile(join(PROJECT, PICTURE), await page.screenshot({ fullPage: true }));
    return { picture: PICTURE, languages: pages.length };
  } finally {
    await browser.close();
    await server.close();
  }
}

async function readManifest(): Promise<{ files: ManifestEntry[] }> {
  const text = await readFile(join(PROJECT, 'dist/manifest.json'), 'utf8').catch(() => undefined);
  if (text !== undefined) return JSON.parse(text) as { files: ManifestEntry[] };
  throw new PressError([error('dist/manifest.json', 'There is no finished build.', 'run npm run build first.')]);
}

/** Runs in the browser. */
async function drawPages(sheets: { english: string; path: string }[], width: number, columns: number): Promise<void> {
  const asModule = async (path: string) => {
    const code = await (await fetch(`/${path}`)).text();
    return URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  };
  const pdfjs = (await import(await asModule('pdf.mjs'))) as PdfJs;
  pdfjs.GlobalWorkerOptions.workerSrc = await asModule('pdf.worker.mjs');
  document.body.style.cssText = `display:grid;grid-template-columns:repeat(${columns},${width}px);gap:12px 16px;margin:8px;background:#dfe5e9;font:13px sans-serif`;
  for (const { path } of sheets) {
    const data = await (await fetch(`/${path}`)).arrayBuffer();
    const front = await (await pdfjs.getDocument({ data }).promise).getPage(1);
    const viewport = front.getViewport({ scale: width / front.getViewport({ scale: 1 }).width });
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [viewport.width, viewport.height];
    await front.render({ canvas, viewport }).promise;
    document.body.append(canvas);
  }
}
