import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { edited } from '../bad-input/problems-of.ts';
import { PROJECT } from '../fixture-site.ts';
import { buildFixtureSite, pageAt } from './build-fixture-site.ts';
import { elementsOf } from './page-elements.ts';

const PROGRAM = readFileSync(join(PROJECT, 'test/fixtures/site/content/programs/free-checkup.yaml'), 'utf8');

describe('a clinic that offers two programs', () => {
  it('shows both, in the order of its record', async () => {
    const built = await buildFixtureSite(await withTwoPrograms());
    const headings = elementsOf(pageAt(built, '/en/water/')).filter(({ attributes }) =>
      /program-heading/.test(attributes.class ?? ''),
    );
    expect(headings.map(({ text }) => text.replace(/.*: /, ''))).toEqual(['Second Program', 'Open Door Checkups']);
  });

  it('uses each id of its page once', async () => {
    const built = await buildFixtureSite(await withTwoPrograms());
    const ids = elementsOf(pageAt(built, '/ar/water/')).flatMap(({ attributes: { id } }) => id ?? []);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });
});

async function withTwoPrograms(): Promise<Record<string, string>> {
  return {
    ...(await edited('content/clinics/full.yaml', '[free-checkup]', '[second, free-checkup]')),
    'content/programs/second.yaml': PROGRAM.replace('Open Door Checkups', 'Second Program').replaceAll(
      'free-checkup.',
      'second.',
    ),
  };
}
