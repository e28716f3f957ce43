import { beforeAll, describe, expect, it } from 'vitest';
import type { Status } from '../../src/status/status.ts';
import { everyState } from '../status/every-state.ts';
import { type BuiltSite, buildFixtureSite, pageAt } from './build-fixture-site.ts';
import { elementsOf, type PageElement } from './page-elements.ts';

let built: BuiltSite;
beforeAll(async () => {
  built = await buildFixtureSite(await everyState());
});

const elements = (url = '/status/'): PageElement[] => elementsOf(pageAt(built, url));
const linksAt = (url: string) => elements(url).flatMap(({ attributes: { href } }) => href ?? []);

describe('the status page', () => {
  it('is linked to from the languages and the print shop, and links to its JSON', () => {
    expect(linksAt('/languages/')).toContain('../status/');
    expect(linksAt('/print-shop/')).toContain('../status/');
    expect(linksAt('/status/')).toContain('../status.json');
  });

  it('says of each language how much is fresh, of each handout who has checked it, and what to do next', () => {
    const [card] = elements().filter(({ attributes }) => attributes['aria-labelledby'] === 'status-ar');
    const words = card?.text.replaceAll(/\s+/g, ' ') ?? '';
    expect(words).toContain('69 % fresh (9 of 13 parts)');
    expect(words).toContain('Edition 1 of 2 (November 20, 2026)');
    expect(words).toContain(
      'Changed since the check by Layla Example (certified medical interpreter) on November 22, 2026, edition 2',
    );
    expect(words).toContain('npx handouts translate accept content/handouts/water/ar.md call-now');
    expect(words).toContain('5 more to do');
  });

  it('has a table of each handout with every part in every language, in words', () => {
    const rows = elements()
      .filter(({ name, text }) => name === 'tr' && !text.startsWith('Part'))
      .map(({ text }) => text);
    expect(rows).toEqual([
      'titleok',
      'summaryok',
      'How to startok',
      'Stay safeok',
      'titleok',
      'summaryok',
      'When to get helpok',
      'Call 911 nowSAFETY',
      'Call your clinic the same dayok',
      'How much to drinkmeaning',
      'Ask firstok',
      'Questions to askwording',
      'When it is hotmissing',
    ]);
  });

  it('is not for search engines, and in no sitemap', () => {
    const robots = elements().find(({ attributes }) => attributes.name === 'robots');
    expect(robots?.attributes.content).toBe('noindex');
    const sitemap = built.site.pages.find(({ path }) => path === 'sitemap.xml');
    expect(sitemap?.content).not.toContain('/status/');
  });

  it('is there for programs as well, and says no day but those of the content', () => {
    const json = new TextDecoder().decode(built.site.assets.get('status.json'));
    const status = JSON.parse(json) as Status;
    expect(status.languages.map(({ tag }) => tag)).toEqual(['ar']);
    expect(json).not.toContain(built.settings.today);
  });
});
