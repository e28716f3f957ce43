import { join } from 'node:path';
import nunjucks from 'nunjucks';
import { ELEVENTY_FOLDERS, NUNJUCKS_OPTIONS } from './configure-eleventy.ts';

/** Renders the partials of pages by themselves, by the rules that Eleventy has for them. @param templates their folder */
export function createPartialsEnvironment(templates: string): nunjucks.Environment {
  const loader = new nunjucks.FileSystemLoader(join(templates, ELEVENTY_FOLDERS.includes));
  return new nunjucks.Environment(loader, NUNJUCKS_OPTIONS);
}
