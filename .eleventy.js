// For Eleventy on its own (`npx @11ty/eleventy --serve`): the pages as they are being written, without the sheets.
// `npm run build` makes the same pages by the same configuration (src/html/render-site.ts), and prints them.
import 'tsx/esm';

const { configureEleventy, ELEVENTY_FOLDERS } = await import('./src/html/configure-eleventy.ts');
const { readStandaloneSite } = await import('./scripts/site-data.ts');

export const config = { dir: { ...ELEVENTY_FOLDERS, output: 'dist-pages' } };

export default async function (eleventyConfig) {
  const { siteData, writeAssets } = await readStandaloneSite();
  configureEleventy(eleventyConfig, siteData);
  eleventyConfig.on('eleventy.after', ({ directories }) => writeAssets(directories.output));
}
