import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PressError } from '../../src/problem.ts';
import { readContent } from '../../src/read-content.ts';
import { copyFixtureSite, fixtureSettings } from '../fixture-site.ts';
import { edited, problemsOf } from './problems-of.ts';

const SHARED_FILES = ['content/handouts/water/en.md', 'content/handouts/water/ar.md', 'content/clinics/full.yaml'];

/** The handouts and clinics of the fixture site after its files were saved in another way. */
async function contentSavedAs(save: (text: string) => string) {
  const root = await copyFixtureSite();
  const changes = await Promise.all(
    SHARED_FILES.map(async (file) => [file, save(await readFile(join(root, file), 'utf8'))] as const),
  );
  const { handouts, records } = await readContent(
    await fixtureSettings(await copyFixtureSite(Object.fromEntries(changes))),
  );
  return JSON.stringify({ handouts, records });
}

describe('a file saved in a way of its own', () => {
  it('gives the same content with a byte-order mark', async () => {
    expect(await contentSavedAs((text) => `\uFEFF${text}`)).toBe(await contentSavedAs((text) => text));
  });

  it('gives the same content with Windows line ends', async () => {
    expect(await contentSavedAs((text) => text.replaceAll('\n', '\r\n'))).toBe(await contentSavedAs((text) => text));
  });

  it('gives the same content with decomposed letters', async () => {
    expect(await contentSavedAs((text) => text.normalize('NFD'))).toBe(await contentSavedAs((text) => text));
  });
});

describe('several bad files', () => {
  const CLINIC = 'name: X\nphones: [{ number: "+1800", use: main }]\n';

  it('give all their problems at once, in the order of files and lines', async () => {
    const problems = await problemsOf({
      ...(await edited('content/handouts/water/en.md', '(#help)', '(#gone)')),
      ...(await edited('locales/ar/ui.json', /\n.*"map": .*/, '')),
      'content/clinics/other.yaml': CLINIC,
      'content/programs/other.yaml': 'name: Other',
      'content/handouts/water/ar.md': '',
    });
    const files = problems.split('\n').filter((line) => line.startsWith('error'));
    expect([...new Set(files)]).toEqual([
      'error content/clinics/other.yaml:2',
      'error content/handouts/water/ar.md',
      'error content/handouts/water/en.md:43',
      'error content/programs/other.yaml:1',
      'error locales/ar/ui.json',
    ]);
  });

  it('end in one PressError that carries them', async () => {
    const changes = { 'content/handouts/water/ar.md': '', 'content/clinics/bare.yaml': '' };
    const settings = await fixtureSettings(await copyFixtureSite(changes));
    const failure: unknown = await readContent(settings).catch((caught: unknown) => caught);
    expect(failure).toBeInstanceOf(PressError);
    expect((failure as PressError).problems).toHaveLength(2);
  });
});
