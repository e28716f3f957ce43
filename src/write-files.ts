import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Writes texts of a project: all are written beside their places first, and then moved into them, so that none is ever
 * half there, and a full disk changes nothing.
 * @param texts by path from the project's root
 */
export async function writeFiles(root: string, texts: ReadonlyMap<string, string>): Promise<void> {
  const drafts: [draft: string, home: string][] = [];
  try {
    for (const [path, text] of texts) {
      const home = join(root, path);
      const draft = `${home}.draft`;
      await mkdir(dirname(home), { recursive: true });
      drafts.push([draft, home]);
      await writeFile(draft, text);
    }
    for (const [draft, home] of drafts) await rename(draft, home);
  } finally {
    await Promise.all(drafts.map(([draft]) => rm(draft, { force: true })));
  }
}
