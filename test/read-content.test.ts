import { beforeAll, describe, expect, it } from 'vitest';
import { type Content, readContent } from '../src/read-content.ts';
import { copyFixtureSite, fixtureSettings } from './fixture-site.ts';

describe('reading a whole site', () => {
  let content: Content;
  beforeAll(async () => {
    content = await readContent(await fixtureSettings(await copyFixtureSite()));
  });

  it('reads the fixture site without an error or a warning', () => {
    expect(content.warnings).toEqual([]);
  });

  it('keeps handouts in the order of their names and languages in the order of the list', () => {
    expect(content.handouts.map(({ id }) => id)).toEqual(['walking', 'water']);
    expect(content.handouts.map(({ texts }) => texts.map(({ locale }) => locale))).toEqual([
      ['en', 'ar'],
      ['en', 'ar'],
    ]);
  });

  it('reads a clinic that gives no more than a name and a phone', () => {
    const [bare] = content.records.clinics;
    expect(bare).toMatchObject({ id: 'bare', programs: [], phones: [{ use: 'main' }] });
    expect(bare?.logoImage).toBeUndefined();
  });

  it('reads a clinic that gives everything, its logo too', () => {
    const full = content.records.clinics[1];
    expect(full).toMatchObject({ id: 'full', programs: ['free-checkup'], languages: ['en', 'ar'] });
    expect(full?.phones).toHaveLength(3);
    expect(full?.logoImage).toMatchObject({ type: 'png', width: 120, height: 40 });
  });

  it('gives every language its interface strings', () => {
    expect(content.tools.get('ar')?.t('footer.page', { page: 1, pages: 2 })).toContain('1');
  });

  it('dates a handout by its newest revision', () => {
    expect(content.handouts.map(({ date }) => date)).toEqual(['2026-11-21', '2026-11-20']);
  });
});
