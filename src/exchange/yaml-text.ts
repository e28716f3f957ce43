import { isMap, isScalar, type Pair, parseDocument, type YAMLMap } from 'yaml';
import type { PassageForm, Range } from './passage.ts';

/** A string of a YAML or JSON text, and how and where it is written. */
export interface PlacedScalar {
  text: string;
  form: PassageForm;
  range: Range;
}

/** A path of keys and indices. */
export type YamlPath = readonly (string | number)[];

/** Finds strings by their paths in a text that is parsed once. */
export function scalarFinder(text: string, offset = 0): (path: YamlPath) => PlacedScalar | undefined {
  const document = parseDocument(text);
  return (path) => {
    const node = document.getIn(path, true);
    if (!isScalar(node) || typeof node.value !== 'string' || !node.range) return undefined;
    const isBlock = node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL';
    const [start, valueEnd] = node.range;
    // The end of a block's last line is the file's, not the block's.
    const end = start + text.slice(start, valueEnd).trimEnd().length;
    return {
      text: node.value,
      form: isBlock ? 'block' : 'quoted',
      range: { start: start + offset, end: end + offset },
    };
  };
}

/** Keys of a map in the order of the text; none where there is no map. */
export function keysAt(text: string, path: YamlPath): string[] {
  const node = mapAt(text, path);
  return node ? node.items.map(keyOf) : [];
}

/** A value of YAML to write: words, which are quoted, a number, or several of them by name. */
export type NewValue = string | number | Readonly<Record<string, string>>;

/**
 * Sets a value of a map, in its place if the key is there, else after another one.
 *
 * Input: `a: 1\nb: 2\n`, [], `c`, `words`, after `a`
 * Output: `a: 1\nc: "words"\nb: 2\n`
 * @param after keys of which the last that is there goes before a new one; without any it becomes the last
 * @throws {Error} if there is no map at the path
 */
export function setPair(
  text: string,
  path: YamlPath,
  key: string,
  value: NewValue,
  after: readonly string[] = [],
): string {
  const map = mapAt(text, path);
  if (!map) throw new Error(`There is no map at "${path.join('.')}".`);
  const present = map.items.find((pair) => keyOf(pair) === key);
  const range = present && isScalar(present.value) ? present.value.range : undefined;
  if (range) return text.slice(0, range[0]) + writeValue(value, '', '\n') + text.slice(range[1]);
  const known = map.items.findLast((pair) => after.includes(keyOf(pair))) ?? map.items.at(-1);
  if (!known) throw new Error(`The map at "${path.join('.')}" is empty.`);
  return map.flow === true ? insertInFlow(text, known, key, value) : insertInBlock(text, known, key, value);
}

function mapAt(text: string, path: YamlPath): YAMLMap | undefined {
  const document = parseDocument(text);
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  return isMap(node) ? node : undefined;
}

function keyOf({ key }: Pair): string {
  return String(isScalar(key) ? key.value : key);
}

function rangeOf(node: unknown): readonly [number, number] {
  const { range } = node as { range?: [number, number, number] | null };
  return range ? [range[0], range[1]] : [0, 0];
}

function insertInFlow(text: string, { key: anchor, value: last }: Pair, key: string, value: NewValue): string {
  const lineEnd = lineEndOf(text);
  const indent = indentAt(text, rangeOf(anchor)[0]);
  const at = rangeOf(last)[1];
  const written = typeof value === 'object' ? writeFlow(value, indent ?? '', lineEnd) : JSON.stringify(value);
  const gap = indent === undefined ? ' ' : lineEnd + indent;
  return `${text.slice(0, at)},${gap}${JSON.stringify(key)}: ${written}${text.slice(at)}`;
}

function writeFlow(values: Readonly<Record<string, string>>, indent: string, lineEnd: string): string {
  const lines = Object.entries(values).map(([name, words]) => `${indent}  "${name}": ${JSON.stringify(words)}`);
  return `{${lineEnd}${lines.join(`,${lineEnd}`)}${lineEnd}${indent}}`;
}

function insertInBlock(text: string, { key: anchor, value: last }: Pair, key: string, value: NewValue): string {
  const lineEnd = lineEndOf(text);
  const indent = indentAt(text, rangeOf(anchor)[0]) ?? '';
  // After the line, since a comment may follow the value on it.
  const valueEnd = text.slice(0, rangeOf(last)[1]).trimEnd().length;
  const rest = /\r\n?|\n/.exec(text.slice(valueEnd));
  const at = rest ? valueEnd + rest.index : text.length;
  const written = writeValue(value, indent, lineEnd);
  const gap = typeof value === 'object' ? '' : ' ';
  return `${text.slice(0, at)}${lineEnd}${indent}${key}:${gap}${written}${text.slice(at)}`;
}

function writeValue(value: NewValue, indent: string, lineEnd: string): string {
  if (typeof value !== 'object') return JSON.stringify(value);
  return Object.entries(value)
    .map(([name, words]) => `${lineEnd}${indent}  ${name}: ${JSON.stringify(words)}`)
    .join('');
}

/** What stands before a key on its line, if that is white space. */
function indentAt(text: string, at: number): string | undefined {
  const start = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
  const before = text.slice(start, at);
  return /^[ \t]*$/.test(before) ? before : undefined;
}

/** The line end that a text uses. */
export function lineEndOf(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
}
