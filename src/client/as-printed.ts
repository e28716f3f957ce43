/** A list of media that no page is ever shown on. */
const NEVER = 'not all';

/**
 * The media of a rule as they are while a page is printed: those of paper always, those of a screen never. Nor those of
 * a dark page: a browser prints light ones.
 *
 * Input: `print`, `screen and (width < 30rem)`, `print and (orientation: portrait)`
 * Output: `all`, `not all`, `(orientation: portrait)`
 */
export function mediaInPrint(media: string): string {
  const queries = media.split(',').map((query) => query.trim());
  return queries.map(queryInPrint).join(', ');
}

function queryInPrint(query: string): string {
  const [, negation, type, rest = ''] = /^(?:only\s+|(not)\s+)?(print|screen)\b(?:\s+and\s+(.*))?$/i.exec(query) ?? [];
  if (/prefers-color-scheme:\s*dark/i.test(query)) return NEVER;
  if (type === undefined) return query;
  const isPrint = type.toLowerCase() === 'print';
  if (negation !== undefined) return isPrint ? (rest === '' ? NEVER : `not all and ${rest}`) : 'all';
  return isPrint ? rest || 'all' : NEVER;
}

/** A rule or a sheet that has media of its own. */
type WithMedia = Pick<CSSMediaRule, 'media'>;

/**
 * Lays a page out on screen as it is printed, by giving its style rules the media they have in print; the press has the
 * browser emulate that, a page of a reader cannot.
 * @param document a page of this site: the rules of other sites' sheets cannot be read, and stay
 * @returns what gives every rule its own media again
 */
export function showAsPrinted(document: Document): () => void {
  const changed = new Map<MediaList, string>();
  const change = ({ media }: WithMedia): void => {
    const printed = mediaInPrint(media.mediaText);
    if (media.mediaText === '' || printed === media.mediaText) return;
    changed.set(media, media.mediaText);
    media.mediaText = printed;
  };
  const visit = (rules: Iterable<CSSRule>): void => {
    for (const rule of rules) {
      if (rule instanceof windowOf(document).CSSMediaRule) change(rule);
      // Layers, conditions and media hold rules; so do, in newer browsers, style rules.
      if ('cssRules' in rule) visit(rule.cssRules as CSSRuleList);
    }
  };
  for (const sheet of document.styleSheets) {
    change(sheet);
    visit(readableRules(sheet));
  }
  return () => {
    for (const [media, text] of changed) media.mediaText = text;
  };
}

function windowOf({ defaultView }: Document): Window & typeof globalThis {
  return defaultView ?? globalThis.window;
}

/** The rules of a sheet; none of one that another host sent, or that has not come yet. */
function readableRules(sheet: CSSStyleSheet): Iterable<CSSRule> {
  try {
    return sheet.cssRules;
  } catch {
    return [];
  }
}
