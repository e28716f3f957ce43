import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const HANDOUTS = 'content/handouts';

/** The codes that handouts have already, whatever else is wrong with them. */
export async function readCodes(root: string, sourceLocale: string): Promise<string[]> {
  const names = await readdir(join(root, HANDOUTS)).catch(() => []);
  const texts = await Promise.all(
    names.map((name) => readFile(join(root, HANDOUTS, name, `${sourceLocale}.md`), 'utf8').catch(() => '')),
  );
  return texts.flatMap((text) => /^code:\s*["']?([A-Z0-9]+)/m.exec(text)?.[1] ?? []);
}
