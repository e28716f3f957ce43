import type { DeliveryContext, SiteFiles } from './delivery-steps.ts';
import { ASSETS } from './fingerprinted-name.ts';

/** The file in which Netlify and Cloudflare Pages look for headers; any other host serves it as a text. */
export const HEADERS_FILE = '_headers';

/** What holds for every file. A page's policy is in the page, but for the part that is only heard in a header. */
const EVERYWHERE: readonly string[] = [
  "Content-Security-Policy: frame-ancestors 'self'",
  'X-Content-Type-Options: nosniff',
  'Referrer-Policy: no-referrer',
  'Permissions-Policy: camera=(), microphone=(), geolocation=(), payment=(), usb=()',
];

/**
 * Says how long browsers may keep what: assets for ever, since their names change with their content, and all else only
 * after asking. No two rules give the same header to one file: these hosts would join the values by a comma
 * (developers.cloudflare.com/pages/configuration/headers).
 */
export function writeHostingHeaders(
  files: SiteFiles,
  { address }: Pick<DeliveryContext, 'address'>,
): Map<string, Uint8Array> {
  const base = new URL(address).pathname;
  // `es/` for all of a folder, `sw.js` for a file of the root, which is also the start page.
  const places = new Set([...files.keys()].map((path) => path.slice(0, path.indexOf('/') + 1) || path));
  places.delete(ASSETS);
  const rules: [path: string, headers: readonly string[]][] = [
    [`${base}*`, EVERYWHERE],
    [`${base}${ASSETS}*`, ['Cache-Control: public, max-age=31536000, immutable']],
    ...['', ...[...places].sort()].map((place): [string, string[]] => [
      `${base}${place}${place.endsWith('/') ? '*' : ''}`,
      ['Cache-Control: no-cache'],
    ]),
  ];
  const text = rules.map(([path, headers]) => [path, ...headers.map((header) => `  ${header}`)].join('\n')).join('\n');
  return new Map([...files, [HEADERS_FILE, new TextEncoder().encode(`${text}\n`)]]);
}
