import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exchangeFiles } from '../../src/exchange/exchange-files.ts';
import { importTranslations } from '../../src/exchange/import-translations.ts';
import { parseReturned } from '../../src/exchange/read-returned.ts';
import { readExchangeProject } from '../../src/exchange/read-project.ts';
import { PROJECT, fixtureSettings } from '../fixture-site.ts';
import { WRITERS } from './exchange-site.ts';

const LOCALES = readdirSync(join(PROJECT, 'locales'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'en')
  .map(({ name }) => name);

describe('the shipped content', () => {
  it.each(LOCALES)(
    'comes back from both formats as it went out: %s',
    async (locale) => {
      const project = await readExchangeProject(await fixtureSettings(PROJECT), locale);
      const files = exchangeFiles(project);
      expect(files.flatMap(({ groups }) => groups.flatMap(({ passages }) => passages)).length).toBeGreaterThan(250);
      for (const write of Object.values(WRITERS)) {
        const returned = files.map((file) => parseReturned(Buffer.from(write(file)), file.name));
        expect(returned.flatMap(({ problems }) => problems)).toEqual([]);
        const { files: imported, problems } = importTranslations(
          returned.flatMap(({ value }) => value ?? []),
          project,
          'human-draft',
        );
        expect(problems).toEqual([]);
        expect(imported.filter(({ after }) => after !== undefined)).toEqual([]);
      }
    },
    60_000,
  );
});
