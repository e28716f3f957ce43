import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { readLanguages } from '../src/i18n/languages.ts';
import { findBrowser, launchBrowser } from '../src/pdf/launch-browser.ts';
import { startPageServer } from '../src/pdf/page-server.ts';
import type { ManifestEntry } from '../src/publish/manifest.ts';
import { PROJECT } from './command-line.ts';

// Draws the front page of one handout in every language, from the PDFs in dist/, as one picture for the README:
//   npm run build && npm run contact-sheet -- [HANDOUT]
const HANDOUT = process.argv[2] ?? 'calciphylaxis';
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

const { resolve } = createRequire(import.meta.url);
const manifest = JSON.parse(await readFile(join(PROJECT, 'dist/manifest.json'), 'utf8')) as { files: ManifestEntry[] };
const { value: languages = [] } = await readLanguages(PROJECT);
const pages = languages.flatMap(({ tag, english }) => {
  const entry = manifest.files.find(({ sheet }) => sheet?.handout === HANDOUT && sheet.locale === tag);
  return entry ? [{ english, path: entry.path }] : [];
});

const files = new Map<string, Uint8Array>();
for (const { path } of pages) files.set(path, await readFile(join(PROJECT, 'dist', path)));
for (const name of ['pdf.mjs', 'pdf.worker.mjs']) files.set(name, await readFile(resolve(`pdfjs-dist/build/${name}`)));

const server = await startPageServer(files);
const browser = await launchBrowser(await findBrowser(join(PROJECT, '.cache')), console.log);
try {
  const page = await browser.newPage();
  await page.setViewport({ width: COLUMNS * (PAGE_WIDTH + 16), height: 100 });
  await page.goto(server.origin);
  // The compiler that runs our TypeScript wraps inner functions in a call of this name.
  await page.evaluate('globalThis.__name = (wrapped) => wrapped');
  await page.evaluate(drawPages, pages, PAGE_WIDTH, COLUMNS);
  await writeFile(join(PROJECT, PICTURE), await page.screenshot({ fullPage: true }));
  console.log(`${PICTURE}: ${HANDOUT} in ${pages.length} languages`);
} finally {
  await browser.close();
  await server.close();
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
