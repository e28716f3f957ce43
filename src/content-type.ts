import { extname } from 'node:path';

/** Media types of the files of an output by their endings (IANA media types; RFC 9239 for scripts, RFC 6350 for cards). */
const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.vcf': 'text/vcard; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
  '.zip': 'application/zip',
};

/** As what a server sends a file; of an ending it does not know, as bytes to save. @param path such as `es/index.html` */
export function contentType(path: string): string {
  return TYPES[extname(path)] ?? 'application/octet-stream';
}
