import { mkdir, mkdtemp, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashInputs } from '../src/hash-inputs.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'handout-press-inputs-'));
  await mkdir(join(root, 'content/clinics'), { recursive: true });
  await writeFile(join(root, 'content/settings.yaml'), 'country: US');
  await writeFile(join(root, 'content/clinics/full.yaml'), 'name: Full');
});
afterEach(() => rm(root, { recursive: true, force: true }));

const hash = (facts: unknown = {}, folder = root) =>
  hashInputs({ paths: { content: join(folder, 'content'), table: join(folder, 'clinics.csv') }, facts });

describe('the hash of all inputs', () => {
  it('is the same for the same inputs, whenever they were written and wherever they lie', async () => {
    const before = hash();
    expect(before).toMatch(/^[0-9a-f]{64}$/);
    await utimes(join(root, 'content/settings.yaml'), 1, 1);
    expect(hash()).toBe(before);
    await mkdir(join(root, 'moved'));
    await rename(join(root, 'content'), join(root, 'moved/content'));
    expect(hash({}, join(root, 'moved'))).toBe(before);
  });

  it.each([
    ['a byte', () => writeFile(join(root, 'content/settings.yaml'), 'country: CA')],
    ['a name', () => rename(join(root, 'content/clinics/full.yaml'), join(root, 'content/clinics/whole.yaml'))],
    ['a new file', () => writeFile(join(root, 'content/clinics/bare.yaml'), '')],
    ['a file that was missing', () => writeFile(join(root, 'clinics.csv'), 'name')],
    ['a file that goes', () => rm(join(root, 'content/clinics/full.yaml'))],
    ['an empty folder', () => mkdir(join(root, 'content/programs'))],
  ])('changes with %s', async (_case, change) => {
    const before = hash();
    await change();
    expect(hash()).not.toBe(before);
  });

  it('changes with the facts', () => {
    expect(hash({ forms: ['a4'] })).not.toBe(hash({ forms: ['phone'] }));
  });

  it('follows a link to what it leads to', async () => {
    await writeFile(join(root, 'table.csv'), 'name');
    await symlink(join(root, 'table.csv'), join(root, 'clinics.csv'));
    const before = hash();
    await writeFile(join(root, 'table.csv'), 'name,phone');
    expect(hash()).not.toBe(before);
  });

  it('is none when something cannot be read', async () => {
    await symlink(join(root, 'clinics.csv'), join(root, 'clinics.csv'));
    expect(hash()).toBeUndefined();
  });
});
