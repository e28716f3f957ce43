import { createHash } from 'node:crypto';
import { WORKER_FILE } from '../html/worker-file.ts';
import { toolsFor } from '../i18n/language-tools.ts';
import { compareText } from '../problem.ts';
import type { DeliveryContext, SiteFiles } from './delivery-steps.ts';
import { assetsNamedIn } from './fingerprint-assets.ts';
import { EDITIONS_FILE, type Editions, type KeptFile, type OfflineList, offlineListPath } from './offline-list.ts';

/**
 * Writes for each language what a phone keeps of it, and for all the editions there now are; says on the pages how much
 * that is; and puts the version of it all into the worker, since a browser looks for a new one by its bytes.
 *
 * Input: `<bdi data-offline-size="es"></bdi>`
 * Output: `<bdi>2.1 MB</bdi>`
 */
export function writeOfflineLists(files: SiteFiles, context: DeliveryContext): Map<string, Uint8Array> {
  const locales = [...context.tools.keys()].filter((locale) => files.has(`${locale}/index.html`));
  const all = new Map(files);
  const sizes = new Map(locales.map((locale) => [locale, sizeOf(buildList(locale, files, context), files)]));
  for (const [path, bytes] of files) {
    if (path.endsWith('.html')) all.set(path, fillOfflineSizes(bytes, path, sizes, context));
  }
  const versions: string[] = [];
  for (const locale of locales) {
    const list = buildList(locale, all, context);
    versions.push(list.version);
    all.set(offlineListPath(locale), encodeJson(list));
  }
  all.set(EDITIONS_FILE, encodeJson(editionsOf(context)));
  const worker = files.get(WORKER_FILE);
  if (!worker) throw new Error(`There is no ${WORKER_FILE} to keep the pages.`);
  all.set(WORKER_FILE, Buffer.concat([encode(`/* ${hashOf(encode(versions.join()))} */\n`), worker]));
  return all;
}

function buildList(locale: string, files: SiteFiles, { address, mainClinic, printed }: DeliveryContext): OfflineList {
  const own = [...files].filter(([path]) => path.startsWith(`${locale}/`) && path.endsWith('.html'));
  const pages = own.map(([path, bytes]) => keptFile(path.replace(/(^|\/)index\.html$/, '$1'), bytes));
  const prints = printed
    .filter(({ sheet }) => sheet.clinic.id === mainClinic && sheet.language.tag === locale)
    // To print, and to read on the phone.
    .filter(({ sheet, form }) => form.name === sheet.files[0]?.form.name || form.name === 'phone')
    .map(({ pdf, bytes }) => keptFile(pdf, bytes));
  const lists = {
    pages: byPath(pages),
    assets: assetsOf(
      own.map(([path]) => path),
      files,
      address,
    ),
    prints: byPath(prints),
  };
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
    const bytes = files.get(path);
    if (!bytes) throw new Error(`${path} is named, but is not there.`);
    for (const asset of assetsNamedIn(bytes, path, elsewhere.href)) {
      if (found.has(asset)) continue;
      found.add(asset);
      if (asset.endsWith('.css')) queue.push(asset);
    }
  }
  return [...found].sort(compareText).filter((asset) => files.has(asset));
}

function editionsOf({ printed, mainClinic }: DeliveryContext): Editions {
  const editions: Editions = {};
  for (const { sheet } of printed) {
    if (sheet.clinic.id !== mainClinic) continue;
    const { handout, text, language } = sheet;
    editions[handout.code] = { ...editions[handout.code], [language.tag]: text.edition };
  }
  return editions;
}

/** What a language takes on a phone with everything, in bytes. */
function sizeOf({ pages, assets, prints }: OfflineList, files: SiteFiles): number {
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
  return sum([...pages, ...prints].map(({ bytes }) => bytes)) + sum(assets.map((path) => files.get(path)?.length ?? 0));
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
