import { parse } from 'parse5';
import { beforeAll, describe, expect, it } from 'vitest';
import { comparable } from '../../src/html/compare-texts.ts';
import { expectedLinks, expectedTexts, stepNumbers } from '../../src/html/expected-text.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../fixture-site.ts';
import { type BuiltSite, buildFixtureSite, pageAt, sheetOf } from './build-fixture-site.ts';
import { textOf } from './page-elements.ts';

let built: BuiltSite;
beforeAll(async () => {
  built = await buildFixtureSite({}, { today: '2030-01-01' });
});

const textsOf = (id: string) => {
  const sheet = sheetOf(built, id);
  const tools = built.content.tools.get(sheet.language.tag);
  return tools ? expectedTexts(sheet, tools) : [];
};
const IDS = ['full/en/water', 'full/ar/water', 'full/ar/walking', 'bare/en/walking', 'bare/ar/water'];

describe('what a reader must find on a sheet', () => {
  it.each(IDS)('stands on its page in just this order: %s', (id) => {
    const page = comparable(textOf(parse(pageAt(built, sheetOf(built, id).url))));
    let position = 0;
    for (const { text } of textsOf(id)) {
      const found = page.indexOf(comparable(text), position);
      expect(found, `"${text}" after "${page.slice(0, position).slice(-40)}"`).toBeGreaterThanOrEqual(0);
      position = found + comparable(text).length;
    }
  });

  it('is every line of words in the Markdown', () => {
    const markdown = readFileSync(join(PROJECT, 'test/fixtures/site/content/handouts/walking/en.md'), 'utf8');
    const lines = markdown.split('\n---\n')[1]?.split('\n') ?? [];
    const words = lines.map((line) => line.replace(/^(#+|-|\d+\.) |\{.*\}$/g, '').trim()).filter((line) => line !== '');
    const expected = textsOf('full/en/walking').map(({ text }) => text);
    expect(expected).toEqual(expect.arrayContaining(words.map((line) => line.replace(/ \{.*\}$/, ''))));
  });

  it('names the line of the Markdown each text is from', () => {
    const found = textsOf('full/en/water').find(({ text }) => text === 'You cannot keep water down.');
    expect(found?.where).toEqual({ file: 'content/handouts/water/en.md', line: 30 });
  });

  it('names the clinic’s file for its own words', () => {
    const found = textsOf('full/en/water').find(({ text }) => text === 'Full Moon Community Health Center');
    expect(found?.where).toEqual({ file: 'content/clinics/full.yaml' });
  });

  it('includes every phone number, person, program text and warning', () => {
    const texts = textsOf('full/en/water').map(({ text }) => text);
    expect(texts).toEqual(
      expect.arrayContaining([
        '1-800-555-0101',
        '1-800-555-0102',
        '1-800-555-0103',
        '1-800-555-0104',
        '1-800-555-0199',
        'Dr. Ada Example',
        'A yearly health check that costs nothing.',
        'We last checked this on November 1, 2026. It may have changed. Call to confirm.',
        'No doctor has checked this sheet yet. In an emergency, do not wait.',
      ]),
    );
  });

  it('includes the warnings of a draft in both languages', () => {
    const texts = textsOf('full/ar/water').map(({ text }) => text);
    expect(texts.filter((text) => text.startsWith('A computer made'))).toHaveLength(1);
    expect(texts).toContain(built.content.tools.get('ar')?.t('notice.machineTranslation'));
  });
});

describe('the numbers that can be called from a sheet by a tap', () => {
  it('are those of its text, of the clinic and of its programs, each once', () => {
    expect(expectedLinks(sheetOf(built, 'full/ar/water'))).toEqual(['tel:+18005550199', 'tel:911', 'tel:+18005550101']);
  });

  it('are at least the clinic’s own', () => {
    expect(expectedLinks(sheetOf(built, 'bare/en/walking'))).toEqual(['tel:+18005550155']);
  });
});

describe('the numbers of the steps on a sheet', () => {
  it('are those the browser writes before the longest of its lists', () => {
    expect(stepNumbers(sheetOf(built, 'full/en/walking'))).toEqual(['1', '2', '3']);
    expect(stepNumbers(sheetOf(built, 'full/ar/walking'))).toEqual(['1', '2', '3']);
  });

  it('are none where no list is numbered', () => {
    expect(stepNumbers(sheetOf(built, 'full/en/water'))).toEqual([]);
  });
});
