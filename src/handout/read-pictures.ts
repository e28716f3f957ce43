import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parsePicture, type Picture, type Pictures } from '../markup/picture.ts';
import type { Checked } from '../problem.ts';
import { readText } from '../read-text.ts';

const PICTURES = 'content/pictures';

/** Reads the drawings all handouts share. A press without pictures has no such folder. */
export async function readPictures(root: string): Promise<Checked<Pictures>> {
  const entries = await readdir(join(root, PICTURES), { withFileTypes: true }).catch(() => []);
  const files = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.svg'))
    .map(({ name }) => `${PICTURES}/${name}`)
    .sort();
  const read = await Promise.all(
    files.map(async (file) => {
      const text = await readText(join(root, file), file);
      return text.value === undefined ? { problems: text.problems } : parsePicture(text.value, file);
    }),
  );
  // A picture that cannot be read is one problem, and not another in each text that shows it.
  const pictures = read.map(({ value }, index) => value ?? unread(files[index] ?? ''));
  return {
    value: new Map(pictures.map((picture) => [picture.name, picture])),
    problems: read.flatMap(({ problems }) => problems),
  };
}

function unread(file: string): Picture {
  return { name: file.split('/').at(-1) ?? file, viewBox: '0 0 1 1', drawing: '' };
}
