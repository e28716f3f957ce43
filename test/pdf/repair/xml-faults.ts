/** A tag: whether it closes, its name, its attributes, and whether it stands alone. */
const TAG = /^(\/?)([\w.:-]+)((?:\s+[\w.:-]+="[^"]*")*)\s*(\/?)$/;
const REFERENCE = /&(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);/gi;
/** Signs that XML may not hold, however they are written (XML 1.0, 2.2). */
const NO_CHARACTER = /[\0-\x08\v\f\x0e-\x1f\uFFFE\uFFFF]/;

/**
 * What is not well-formed in a text as XML 1.0 with namespaces: a small part of the language, without document type,
 * comments and the like, because metadata has none.
 */
export function xmlFaults(xml: string): string[] {
  const faults: string[] = [];
  const open: { name: string; prefixes: string[] }[] = [];
  const check = (isRight: boolean, piece: string) => isRight || faults.push(piece);
  const isKnown = (prefix: string) => prefix === 'xml' || open.some(({ prefixes }) => prefixes.includes(prefix));

  const readTag = (piece: string, tag: string): void => {
    const [, close, name, attributes = '', alone] = TAG.exec(tag) ?? [];
    if (name === undefined) return void faults.push(piece);
    if (close) return void check(open.pop()?.name === name, piece);
    const names = [...attributes.matchAll(/([\w.:-]+)="/g)].map(([, attribute = '']) => attribute);
    check(new Set(names).size === names.length, piece);
    const prefixes = names.flatMap((one) => (one.startsWith('xmlns:') ? one.slice('xmlns:'.length) : []));
    open.push({ name, prefixes });
    const prefixed = [name, ...names].filter((one) => one.includes(':') && !one.startsWith('xmlns:'));
    for (const one of prefixed) check(isKnown(one.slice(0, one.indexOf(':'))), one);
    if (alone) open.pop();
  };

  check(!NO_CHARACTER.test(xml), 'a sign that is no character');
  for (const [piece, tag] of xml.replaceAll(/<\?.*?\?>/gs, '').matchAll(/<([^<>]*)>|[^<>]+|[<>]/g)) {
    check(!piece.replaceAll(REFERENCE, '').includes('&'), piece);
    if (tag !== undefined) readTag(piece, tag);
    else check(!/[<>]/.test(piece) && (open.length > 0 || piece.trim() === ''), piece);
  }
  return [...faults, ...open.map(({ name }) => `${name} is not closed`)];
}
