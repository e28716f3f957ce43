import type { MarkupFault } from '../markup/markup-context.ts';

/** Ids of the sections of every handout file, by `<handout>/<locale>`: what links may lead to. */
export type LinkTargets = ReadonlyMap<string, ReadonlySet<string>>;

/** The ids a handout file gives its headings, found without parsing it. */
export function findIds(text: string): Set<string> {
  return new Set([...text.matchAll(/^#.*\{\s*#([^\s{}]+)/gm)].map((match) => match[1] ?? ''));
}

/**
 * Builds the link resolver of one handout file. Authors link as files lie on disk, so that the links also
 * work in an editor: `#tests` within the handout, `../free-screening/es.md#start` to another one in the same
 * language. Addresses elsewhere must be https or http.
 */
export function createLinkResolver(here: { handout: string; language: { tag: string }; targets: LinkTargets }) {
  const locale = here.language.tag;
  return (href: string): { href: string } | { fault: MarkupFault } => {
    if (/^https?:\/\//.test(href)) return { href };
    const other = /^\.\.\/([^/#]+)\/([^/#]+)\.md(?:#(.*))?$/.exec(href);
    const [, handout, target, section] = other ?? [];
    if (handout !== undefined && target === locale) {
      const ids = here.targets.get(`${handout}/${locale}`);
      if (ids && (section === undefined || ids.has(section))) {
        return { href: `../${handout}/${section === undefined ? '' : `#${section}`}` };
      }
    }
    if (href.startsWith('#') && here.targets.get(`${here.handout}/${locale}`)?.has(href.slice(1))) return { href };
    return { fault: { line: 1, what: `The link to "${href}" leads nowhere.`, fix: adviceFor(href, locale, here) } };
  };
}

function adviceFor(href: string, locale: string, here: { handout: string; targets: LinkTargets }): string {
  if (href.startsWith('mailto:')) return 'write the e-mail address as text, without a link.';
  if (/^(tel|sms):/.test(href)) {
    return 'phone numbers come from records: write the name of the fact, such as {{emergency}}; see the README.';
  }
  const handouts = [...here.targets.keys()]
    .filter((key) => key.endsWith(`/${locale}`))
    .map((key) => `../${key}.md`)
    .sort();
  const ids = [...(here.targets.get(`${here.handout}/${locale}`) ?? [])].map((id) => `#${id}`);
  return `link to a section (${ids.join(', ')}), to another handout in the same language (${handouts.join(', ')}), or to an https:// address.`;
}
