import { cardPath } from '../../src/html/card-path.ts';
import type { BuiltSite } from './build-fixture-site.ts';
import { elementsOf } from './page-elements.ts';

/** Where the links and files of a page lead, as a browser at that page resolves them; other hosts are left out. */
export function targetsOf(html: string, page: string, address: string): URL[] {
  const links = elementsOf(html).flatMap(({ attributes: { href, src } }) =>
    [href, src].filter((link) => link !== undefined),
  );
  const base = new URL(page.slice(1), address);
  return links.map((link) => new URL(link, base)).filter(({ origin }) => origin === base.origin);
}

/** Every file the output will hold: pages, assets, PDFs and packs. */
export function outputOf({ site, sheets }: Pick<BuiltSite, 'site' | 'sheets'>): Set<string> {
  const pdfs = [...sheets.flatMap(({ files }) => files), site.cards, ...site.printLists].map(({ pdf }) => pdf);
  const packs = site.printLists.flatMap(({ zip, joined }) => [zip, ...joined.map(({ pdf }) => pdf)]);
  const images = site.shareImages.map(({ path }) => path);
  const cards = sheets.map(({ language, handout }) => cardPath(language.tag, handout.id));
  return new Set([
    ...site.pages.map(({ path }) => path),
    ...site.assets.keys(),
    ...pdfs,
    ...packs,
    ...images,
    ...cards,
  ]);
}

/** Links of all pages that lead out of the site's folder, to no file of the output, or to a part that is not there. */
export function deadLinks(built: Pick<BuiltSite, 'site' | 'sheets'>, address: string): string[] {
  const files = outputOf(built);
  const pages = new Map(built.site.pages.map(({ path, content }) => [path, content]));
  const isDead = (target: URL): boolean => {
    if (!target.href.startsWith(address)) return true;
    const path = target.pathname.slice(new URL(address).pathname.length);
    const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    if (!files.has(file)) return true;
    return (
      target.hash !== '' &&
      !elementsOf(pages.get(file) ?? '').some(({ attributes: { id } }) => `#${id}` === target.hash)
    );
  };
  return built.site.pages
    .filter(({ path }) => path.endsWith('.html'))
    .flatMap(({ url, content }) =>
      targetsOf(content, url, address)
        .filter(isDead)
        .map(({ href }) => `${url} -> ${href}`),
    );
}
