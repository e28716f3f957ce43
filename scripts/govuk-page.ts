import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import nunjucks from 'nunjucks';

/** The installed GOV.UK Frontend, as its package ships it. */
const GOVUK = dirname(createRequire(import.meta.url).resolve('govuk-frontend/dist/govuk/template.njk'));

/** What the page of the GOV.UK template loads, by path within the site. */
const FILES = [
  'govuk-frontend.min.css',
  'govuk-frontend.min.js',
  'assets/images/favicon.ico',
  'assets/images/favicon.svg',
  'assets/manifest.json',
  'assets/fonts/bold-b542beb274-v2.woff2',
  'assets/fonts/light-94a07e06a1-v2.woff2',
];

/** The classes that its type scale has for an element. */
const CLASSES: Record<string, string> = {
  h1: 'govuk-heading-xl',
  h2: 'govuk-heading-l',
  h3: 'govuk-heading-m',
  p: 'govuk-body',
  a: 'govuk-link',
  ul: 'govuk-list govuk-list--bullet',
  ol: 'govuk-list govuk-list--number',
  table: 'govuk-table',
};

/**
 * Puts the text of a page into the stock template of GOV.UK Frontend, set up as its documentation says
 * (https://frontend.design-system.service.gov.uk/get-started/). It has fonts for Latin letters only.
 * @param html of a page of the press
 */
export function govukPage(html: string, lang: string): string {
  const [, text = ''] = /<main[^>]*>([\s\S]*)<\/main>/.exec(html) ?? [];
  const [, title = ''] = /<title>([^<]*)<\/title>/.exec(html) ?? [];
  const dressed = text
    .replaceAll(/ class="[^"]*"/g, '')
    .replaceAll(/<(h[1-3]|p|a|ul|ol|table)(?=[ >])/g, (_, tag: string) => `<${tag} class="${CLASSES[tag]}"`);
  const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader(GOVUK), { autoescape: true });
  const page = `{% extends "template.njk" %}
{% block pageTitle %}{{ title }}{% endblock %}
{% block head %}<link rel="stylesheet" href="/govuk-frontend.min.css">{% endblock %}
{% block content %}{{ text | safe }}{% endblock %}
{% block bodyEnd %}<script type="module" src="/govuk-frontend.min.js"></script>
<script type="module">import { initAll } from '/govuk-frontend.min.js'; initAll()</script>{% endblock %}`;
  return environment.renderString(page, { htmlLang: lang, title, text: dressed });
}

/** The files that go with it. */
export async function govukFiles(): Promise<Map<string, Uint8Array>> {
  const read = FILES.map(async (path): Promise<[string, Uint8Array]> => [path, await readFile(join(GOVUK, path))]);
  return new Map(await Promise.all(read));
}
