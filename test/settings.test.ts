import { describe, expect, it } from 'vitest';
import { formatProblem } from '../src/problem.ts';
import { isPublished, readSiteSettings } from '../src/settings.ts';
import { copyFixtureSite } from './fixture-site.ts';
import { edited } from './bad-input/problems-of.ts';

const FILE = 'content/settings.yaml';

async function problemsWith(passage: string, replacement: string): Promise<string> {
  const { problems } = await readSiteSettings(await copyFixtureSite(await edited(FILE, passage, replacement)));
  return problems.map(formatProblem).join('\n');
}

describe('the settings file', () => {
  it('is read', async () => {
    const { value } = await readSiteSettings(await copyFixtureSite());
    expect(value).toMatchObject({ mainClinic: 'full', country: 'US', bodySize: { min: 12, max: 16 } });
  });

  it('is missed when it is not there', async () => {
    const { problems } = await readSiteSettings(await copyFixtureSite({ [FILE]: null }));
    expect(problems).toMatchObject([{ where: { file: FILE }, what: 'This file is missing.' }]);
  });

  it.each([
    ['an address without a slash at its end', 'clinic-site.org/', 'clinic-site.org', 'no slash at its end'],
    ['a country that does not exist', 'country: US', 'country: XX', 'not a country code'],
    ['an emergency number that is none', '"911"', '"91"', 'not a number of three digits'],
    ['body text too small to read', 'min: 12', 'min: 9', 'smaller than 12 points'],
    ['sizes the wrong way round', 'max: 16', 'max: 11', 'the smallest size is larger than the largest'],
  ])('is refused with %s', async (_case, passage, replacement, expected) => {
    expect(await problemsWith(passage, replacement)).toContain(expected);
  });
});

describe('an address', () => {
  it('is published when readers can reach it', () => {
    expect(isPublished({ address: 'https://handouts.clinic-site.org/' })).toBe(true);
  });

  it.each(['http://localhost:8080/', 'https://handouts.example/'])('is a preview: %s', (address) => {
    expect(isPublished({ address })).toBe(false);
  });
});
