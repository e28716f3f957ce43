import { createHash } from 'node:crypto';
import { defaultTreeAdapter, type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { SiteFiles } from './delivery-steps.ts';

/**
 * What a page may load: its own site's files and nothing else. `blob:` is for PDFs and pictures that a tool of the site
 * makes in the browser.
 */
const POLICY: readonly [directive: string, sources: string][] = [
  ['default-src', "'none'"],
  ['script-src', "'self'"],
  ['style-src', "'self'"],
  ['img-src', "'self' data: blob:"],
  ['font-src', "'self'"],
  ['connect-src', "'self'"],
  ['manifest-src', "'self'"],
  ['worker-src', "'self'"],
  ['frame-src', "'self' blob:"],
  ['base-uri', "'none'"],
  ['form-action', "'self'"],
];

/** Where the policy goes: what stands before it in a page is not under it. */
const CHARSET = '<meta charset="utf-8">';

/**
 * Has every page say itself what it may load (Content Security Policy Level 3), so that it holds on any host, and that
 * links to other sites do not tell them where a reader came from. Inline styles are allowed one by one, by their hash.
 *
 * Output: `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; …">…`
 * @throws {Error} for a page with an inline script, an event handler or a style attribute: the policy would disable it
 */
export function secureContent(files: SiteFiles): Map<string, Uint8Array> {
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  return new Map(
    [...files].map(([path, bytes]) => {
      if (!path.endsWith('.html')) return [path, bytes];
      return [path, encoder.encode(securePage(decoder.decode(bytes), path))];
    }),
  );
}

function securePage(html: string, path: string): string {
  if (!html.includes(CHARSET)) throw new Error(`${path} has no ${CHARSET}, after which its policy would stand.`);
  const hashes = [...new Set(inlineStyles(html, path))].map(hashSource);
  const policy = POLICY.map(([directive, sources]) =>
    [directive, sources, ...(directive === 'style-src' ? hashes : [])].join(' '),
  ).join('; ');
  const metas = [
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="referrer" content="no-referrer">',
  ];
  return html.replace(CHARSET, () => [CHARSET, ...metas].join('\n'));
}

function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** The texts of a page's style elements. @throws {Error} for all that the policy forbids */
function inlineStyles(html: string, path: string): string[] {
  const styles: string[] = [];
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if (defaultTreeAdapter.isElementNode(node)) {
      refuseForbidden(node, path);
      if (node.tagName === 'style') styles.push(node.childNodes.map((child) => textOf(child)).join(''));
      if (node.tagName === 'template') visit((node as DefaultTreeAdapterTypes.Template).content);
    }
    if ('childNodes' in node) for (const child of node.childNodes) visit(child);
  };
  visit(parse(html));
  return styles;
}

function refuseForbidden({ tagName, attrs }: DefaultTreeAdapterTypes.Element, path: string): void {
  const valueOf = (name: string) => attrs.find((attribute) => attribute.name === name)?.value;
  // Data for search engines or for scripts of the site, which no browser executes.
  const isData = /^application\/(ld\+)?json$/.test(valueOf('type') ?? '');
  if (tagName === 'script' && valueOf('src') === undefined && !isData) throw new Error(`${path} has an inline script.`);
  const forbidden = attrs.find(({ name }) => name === 'style' || name.startsWith('on'));
  if (forbidden) throw new Error(`${path} has <${tagName} ${forbidden.name}="${forbidden.value}">.`);
}

function textOf(node: DefaultTreeAdapterTypes.Node): string {
  return defaultTreeAdapter.isTextNode(node) ? node.value : '';
}
