import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import { readSiteSettings, type Settings } from '../src/settings.ts';

/** The project's own root. */
export const PROJECT = fileURLToPath(new URL('..', import.meta.url));
const FIXTURE = join(PROJECT, 'test/fixtures/site');
/** The fixture has no copy of these: it would be out of date with every new interface string. */
const SHARED = ['locales/en/ui.json', 'locales/ar/ui.json', 'locales/ui-notes.yaml'];

const copies: string[] = [];
afterAll(() => Promise.all(copies.splice(0).map((copy) => rm(copy, { recursive: true, force: true }))));

/**
 * Copies the fixture site (English and Arabic, two handouts, two clinics, one program) to a fresh folder,
 * with the project's own interface strings. The folder is removed after the last test of the file.
 * @param changes new content by path from the site's root; `null` deletes the file or folder
 * @returns the root of the copy
 */
export async function copyFixtureSite(changes: Record<string, string | Uint8Array | null> = {}): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'handout-press-test-'));
  copies.push(root);
  await cp(FIXTURE, root, { recursive: true });
  for (const file of SHARED) await cp(join(PROJECT, file), join(root, file));
  for (const [path, content] of Object.entries(changes)) {
    const file = join(root, path);
    if (content === null) await rm(file, { recursive: true });
    else {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
    }
  }
  await keepChangedEditions(root, changes);
  return root;
}

/** A changed source is the newest edition of its handout, unless the test says what that edition was. */
async function keepChangedEditions(root: string, changes: Record<string, string | Uint8Array | null>): Promise<void> {
  for (const [path, content] of Object.entries(changes)) {
    const folder = /^(content\/handouts\/[^/]+)\/en\.md$/.exec(path)?.[1];
    if (folder === undefined || typeof content !== 'string') continue;
    const edition = /^edition: (\d+)/m.exec(content)?.[1] ?? '1';
    const kept = `${folder}/editions/${edition}.md`;
    if (Object.keys(changes).some((changed) => changed.startsWith(`${folder}/editions`))) continue;
    await mkdir(dirname(join(root, kept)), { recursive: true });
    await writeFile(join(root, kept), content);
  }
}

/**
 * The settings of a site, read from its own settings file, with the project's templates and a fixed day.
 * @param overrides take the place of what is read, for example `{ today: '2030-01-01' }`
 */
export async function fixtureSettings(root: string, overrides: Partial<Settings> = {}): Promise<Settings> {
  const { value, problems } = await readSiteSettings(root);
  if (!value) throw new Error(`The settings of ${root} cannot be read: ${JSON.stringify(problems)}`);
  return {
    ...value,
    root,
    templates: join(PROJECT, 'templates'),
    output: join(root, 'dist'),
    cache: join(PROJECT, '.cache'),
    today: '2026-11-23',
    workers: 2,
    ...overrides,
  };
}
