import { posix } from 'node:path';

/**
 * Makes a link between two pages relative, so that the site works in any folder of any host, or from a
 * memory stick.
 * @param target path within the site, such as `/es/` or `/assets/site.css`
 * @param from address of the page the link stands on
 * @param basePath path of the site on its host; only the 404 page needs it, since it is shown at any address
 */
export function relativeUrl(target: string, from: string, basePath = '/'): string {
  if (from === '/404.html') return basePath + target.slice(1);
  const folder = from.endsWith('/') ? from : posix.dirname(from);
  const path = posix.relative(folder, target) || '.';
  return target.endsWith('/') ? `${path}/` : path;
}
