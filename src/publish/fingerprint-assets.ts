import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import type { DeliveryContext, SiteFiles } from './delivery-steps.ts';
import { ASSETS } from './fingerprinted-name.ts';

/** Assets that name other assets. */
const NAMES_OTHERS = /\.(?:css|json)$/;
/** Files that name assets and keep their own names. */
const NAMES_ASSETS = /\.(?:html|webmanifest|json)$/;

/**
 * Puts a hash of its content into the name of every asset, and the new name wherever a page, a style sheet, a web
 * manifest or a JSON file names it: in any attribute or string, relative or with the site's address.
 *
 * Input: `<link rel="stylesheet" href="../assets/site.css">`
 * Output: `<link rel="stylesheet" href="../assets/site.3f2a9c1d.css">`
 * @throws {Error} if an asset is named that is not there, or one is there that nothing names
 */
export function fingerprintAssets(
  files: SiteFiles,
  { address }: Pick<DeliveryContext, 'address'>,
): Map<string, Uint8Array> {
  const names = new Map<string, string>();
  const used = new Set<string>();
  const renamed = (bytes: Uint8Array, path: string): Uint8Array =>
    renameReferences(bytes, path, address, (asset) => {
      const name = names.get(asset);
      if (name === undefined) throw new Error(`${path} names ${asset}, which is not there.`);
      used.add(asset);
      return name;
    });
  const assets = [...files].filter(([path]) => path.startsWith(ASSETS));
  const done = new Map<string, Uint8Array>();
  const take = (path: string, bytes: Uint8Array): void => {
    names.set(path, fingerprintedName(path, bytes));
    done.set(path, bytes);
  };
  // What an asset names must have its name before the asset can be hashed.
  for (const [path, bytes] of assets) if (!NAMES_OTHERS.test(path)) take(path, bytes);
  for (const [path, bytes] of assets) if (NAMES_OTHERS.test(path)) take(path, renamed(bytes, path));
  const result = new Map<string, Uint8Array>();
  for (const [path, bytes] of files) {
    if (names.has(path)) result.set(names.get(path) ?? path, done.get(path) ?? bytes);
    else result.set(path, NAMES_ASSETS.test(path) ? renamed(bytes, path) : bytes);
  }
  const unused = assets.map(([path]) => path).filter((path) => !used.has(path));
  if (unused.length > 0) throw new Error(`No page or style sheet names ${unused.join(', ')}.`);
  return result;
}

/** Eight digits tell a few hundred files apart: one in ten million sites would have two names that are equal. */
function fingerprintedName(path: string, bytes: Uint8Array): string {
  const { dir, name, ext } = posix.parse(path);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
  return `${dir}/${name}.${hash}${ext}`;
}

/** Every asset that a file names, in the order of their first mention. */
export function assetsNamedIn(bytes: Uint8Array, path: string, address: string): string[] {
  const found = new Set<string>();
  renameReferences(bytes, path, address, (asset) => {
    found.add(asset);
    return asset;
  });
  return [...found];
}

function renameReferences(
  bytes: Uint8Array,
  path: string,
  address: string,
  nameOf: (asset: string) => string,
): Uint8Array {
  const isStyle = path.endsWith('.css');
  const pattern = isStyle ? /(url\(\s*["']?)([^"')\s]+)/g : /(")([^"\s<>]*assets\/[^"\s<>]+)(?=")/g;
  const text = new TextDecoder().decode(bytes);
  const changed = text.replaceAll(pattern, (whole, start: string, reference: string) => {
    const asset = assetAt(reference, path, address);
    if (asset === undefined) return whole;
    const file = posix.basename(asset);
    const place = reference.lastIndexOf(file);
    const renamed = posix.basename(nameOf(asset));
    return start + reference.slice(0, place) + renamed + reference.slice(place + file.length);
  });
  return changed === text ? bytes : new TextEncoder().encode(changed);
}

/** The asset that a reference leads to; `undefined` for anything else of the site, and for other hosts. */
function assetAt(reference: string, path: string, address: string): string | undefined {
  const from = new URL(path, address);
  if (!URL.canParse(reference, from)) return undefined;
  const { origin, pathname } = new URL(reference, from);
  const folder = new URL(ASSETS, address);
  if (origin !== folder.origin || !pathname.startsWith(folder.pathname)) return undefined;
  return ASSETS + decodeURIComponent(pathname.slice(folder.pathname.length));
}
