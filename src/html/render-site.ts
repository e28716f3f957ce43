import { relative } from 'node:path';
import { Eleventy } from '@11ty/eleventy';
import { compareText } from '../problem.ts';
import { configureEleventy, ELEVENTY_FOLDERS, type EleventyConfig } from './configure-eleventy.ts';
import type { SiteData } from './build-site-data.ts';

/** A file of the site as Eleventy rendered it. */
export interface RenderedFile {
  /** Address within the site, such as `/es/calciphylaxis/` or `/robots.txt`. */
  url: string;
  /** Path within the output, such as `es/calciphylaxis/index.html`. */
  path: string;
  content: string;
}

/**
 * Renders all pages in memory, so that nothing unfinished ever lies in the output folder. Ordered by path:
 * Eleventy renders in parallel.
 */
export async function renderSite(site: SiteData, templates: string): Promise<RenderedFile[]> {
  const eleventy = new Eleventy(relative(process.cwd(), templates), '.eleventy-unused', {
    quietMode: true,
    source: 'script',
    configPath: null,
    config(
      config: EleventyConfig & { setIncludesDirectory(name: string): void; setLayoutsDirectory(name: string): void },
    ) {
      config.setIncludesDirectory(ELEVENTY_FOLDERS.includes);
      config.setLayoutsDirectory(ELEVENTY_FOLDERS.layouts);
      configureEleventy(config, site);
    },
  });
  eleventy.disableLogger();
  const rendered = (await eleventy.toJSON()) as { url: string; content: string }[];
  return rendered
    .map(({ url, content }) => ({ url, path: outputPath(url), content }))
    .sort((a, b) => compareText(a.path, b.path));
}

function outputPath(url: string): string {
  return url.endsWith('/') ? `${url.slice(1)}index.html` : url.slice(1);
}
