import { join } from 'node:path';
import type { Plugin } from 'esbuild';
import nunjucks from 'nunjucks';
import { ELEVENTY_FOLDERS, NUNJUCKS_OPTIONS } from './configure-eleventy.ts';

/** The templates of a panel, which include each other. */
const PANEL_TEMPLATES = ['panel.njk', 'panel-value.njk', 'panel-pair.njk'];

/**
 * Lets scripts import the panel's templates as `press:panel-templates`, compiled to code: pages may not make code of
 * text, and a template of their own could come to say something else than the press's.
 */
export function panelTemplates(templates: string): Plugin {
  const folder = join(templates, ELEVENTY_FOLDERS.includes);
  return {
    name: 'panel-templates',
    setup(bundler) {
      bundler.onResolve({ filter: /^press:panel-templates$/ }, ({ path }) => ({ path, namespace: 'press' }));
      bundler.onLoad({ filter: /.*/, namespace: 'press' }, () => {
        const compiled = PANEL_TEMPLATES.map((name) => compile(join(folder, name), name));
        return { contents: `export const templates = {${compiled.join('\n')}};`, loader: 'js', resolveDir: folder };
      });
    },
  };
}

/** One entry of an object: the template's name and its code. */
function compile(path: string, name: string): string {
  const environment = new nunjucks.Environment(null, NUNJUCKS_OPTIONS);
  const wrapper = ([{ template }]: [{ template: string }]) => `${JSON.stringify(name)}: (function() {${template}})(),`;
  // The package's types have the wrapper's argument wrong: it is a list.
  const options = { name, env: environment, wrapper } as unknown as Parameters<typeof nunjucks.precompile>[1];
  return nunjucks.precompile(path, options);
}
