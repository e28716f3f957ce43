import { isMap, parseDocument, stringify } from 'yaml';

/**
 * Sets keys of a file's front matter and leaves everything else as it is, byte for byte. A key that is there is replaced
 * where it stands; a new one comes last.
 * @param values by key; `undefined` takes the key out
 * @throws {Error} for a file without front matter, which callers have checked
 */
export function editFrontMatter(text: string, values: Readonly<Record<string, unknown>>): string {
  const end = /\r?\n---[ \t]*(?:\r?\n|$)/.exec(text)?.index;
  const start = text.indexOf('\n') + 1;
  if (end === undefined || !text.startsWith('---'))
    throw new Error('A file without front matter got through the checks.');
  const newline = text.slice(0, start).endsWith('\r\n') ? '\r\n' : '\n';
  let yaml = `${text.slice(start, end)}${newline}`;
  for (const [key, value] of Object.entries(values)) {
    const lines = value === undefined ? '' : stringify({ [key]: value }, { lineWidth: 0 }).replaceAll('\n', newline);
    const range = rangeOf(yaml, key);
    yaml = range ? yaml.slice(0, range[0]) + lines + yaml.slice(range[1]) : yaml + lines;
  }
  return text.slice(0, start) + yaml.slice(0, -newline.length) + text.slice(end);
}

/** Comments and empty lines behind the lines of a key: they belong to what follows. */
const LINES_BEHIND = /(?<=\n)(?:(?:#[^\n]*|[ \t]*\r?)\n)+$/;

/** Where the lines of a key begin and end. */
function rangeOf(yaml: string, key: string): [start: number, end: number] | undefined {
  const { contents } = parseDocument(yaml);
  if (!isMap(contents)) return undefined;
  const starts = contents.items.map(({ key: node }) => node as { value: unknown; range: [number, number, number] });
  const at = starts.findIndex(({ value }) => value === key);
  const start = starts[at]?.range[0];
  if (start === undefined) return undefined;
  const end = starts[at + 1]?.range[0] ?? yaml.length;
  return [start, end - (LINES_BEHIND.exec(yaml.slice(start, end))?.[0].length ?? 0)];
}
