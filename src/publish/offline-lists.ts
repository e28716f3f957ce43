import { createHash } from 'node:crypto';
import { newestEditions } from '../html/newest-editions.ts';
import { WORKER_FILE } from '../html/worker-file.ts';
import { toolsFor } from '../i18n/language-tools.ts';
import { compareText } from '../problem.ts';
import type { DeliveryContext, SiteFiles } from './delivery-steps.ts';
import { assetsNamedIn } from './fingerprint-assets.ts';
import { EDITIONS_FILE, type KeptFile, type OfflineList, offlineListPath } from './offline-list.ts';

/**
 * Writes for each language what a phone keeps of it, and for all the editions there now are; says on the pages how much
 * that is; and puts the version of it all into the worker, since a browser looks for a new one by its bytes.
 *
 * Input: `<bdi data-offline-size="es"></bdi>`
 * Output: `<bdi>2.1 MB</bdi>`
 */
export function writeOfflineLists(files: SiteFiles, context: DeliveryContext): Map<string, Uint8Array> {
  const kept = [...context.tools.keys()]
    .filter((locale) => files.has(`${locale}/index.html`))
    .map((locale) => gatherKept(locale, files, context));
  const all = new Map(files);
  const sizes = new Map(kept.map((one) => [one.locale, sizeOf(one, files)]));
  for (const [path, bytes] of files) {
    if (path.endsWith('.html')) all.set(path, fillOfflineSizes(bytes, path, sizes, context));
  }
  const lists = kept.map((one) => ({ locale: one.locale, list: listOf(one, all) }));
  for (const { locale, list } of lists) all.set(offlineListPath(locale), encodeJson(list));
  const ofMain = context.printed.map(({ sheet }) => sheet).filter(({ clinic }) => clinic.id === context.mainClinic);
  all.set(EDITIONS_FILE, encodeJson(newestEditions(ofMain)));
  const worker = files.get(WORKER_FILE);
  if (!worker) throw new Error(`There is no ${WORKER_FILE} to keep the pages.`);
  const versions = lists.map(({ list }) => list.version).join();
  all.set(WORKER_FILE, Buffer.concat([encode(`/* ${hashOf(encode(versions))} */\n`), worker]));
  return all;
}

/** What a phone keeps of a language, before its pages say how much that is. */
interface Kept {
  locale: string;
  /** Paths of its pages within the output. */
  pages: string[];
  assets: string[];
  prints: KeptFile[];
}

function gatherKept(locale: string, files: SiteFiles, { address, mainClinic, printed }: DeliveryContext): Kept {
  const pages = [...files.keys()].filter((path) => path.startsWith(`${locale}/`) && path.endsWith('.html'));
  const prints = printed
    .filter(({ sheet }) => sheet.clinic.id === mainClinic && sheet.language.tag === locale)
    // To print, and to read on the phone.
    .filter(({ sheet, form }) => form.name === sheet.files[0]?.form.name || form.name === 'phone')
    .map(({ pdf, bytes }) => keptFile(pdf, bytes));
  return { locale, pages, assets: assetsOf(pages, files, address), prints: byPath(prints) };
}

function listOf({ pages, assets, prints }: Kept, files: SiteFiles): OfflineList {
  const kept = pages.map((path) => keptFile(path.replace(/(^|\/)index\.html$/, '$1'), bytesOf(path, files)));
  const lists = { pages: byPath(kept), assets, prints };
  return { version: hashOf(encodeJson(lists)), ...lists };
}

/** All that pages load, also by way of their style sheets; not what only others load, by its whole address. */
function assetsOf(pages: readonly string[], files: SiteFiles, address: string): string[] {
  const found = new Set<string>();
  // Relative links stay within any address; those with the site's own are for other sites.
  const elsewhere = new URL('https://elsewhere.invalid/');
  elsewhere.pathname = new URL(address).pathname;
  const queue = [...pages];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    for (const asset of assetsNamedIn(bytesOf(path, files), path, elsewhere.href)) {
      if (found.has(asset)) continue;
      found.add(asset);
      if (asset.endsWith('.css')) queue.push(asset);
    }
  }
  return [...found].sort(compareText).filter((asset) => files.has(asset));
}

function bytesOf(path: string, files: SiteFiles): Uint8Array {
  const bytes = files.get(path);
  if (!bytes) throw new Error(`${path} is named, but is not there.`);
  return bytes;
}

/** What a language takes on a phone with everything, in bytes. */
function sizeOf({ pages, assets, prints }: Kept, files: SiteFiles): number {
  const lengths = [...pages, ...assets].map((path) => bytesOf(path, files).length);
  return [...lengths, ...prints.map(({ bytes }) => bytes)].reduce((total, one) => total + one, 0);
}

function fillOfflineSizes(
  bytes: Uint8Array,
  path: string,
  sizes: ReadonlyMap<string, number>,
  { tools }: DeliveryContext,
): Uint8Array {
  const html = new TextDecoder().decode(bytes);
  const filled = html.replaceAll(/<bdi data-offline-size="([^"]+)"><\/bdi>/g, (_, locale: string) => {
    const size = sizes.get(locale);
    if (size === undefined) throw new Error(`${path} offers to keep ${locale}, which has no start page.`);
    return `<bdi>${toolsFor(tools, locale).formats.fileSize(size)}</bdi>`;
  });
  return filled === html ? bytes : encode(filled);
}

function keptFile(path: string, bytes: Uint8Array): KeptFile {
  return { path, bytes: bytes.length, hash: hashOf(bytes) };
}

function byPath(files: readonly KeptFile[]): KeptFile[] {
  return [...files].sort((a, b) => compareText(a.path, b.path));
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}

function encodeJson(value: unknown): Uint8Array {
  return encode(JSON.stringify(value));
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
