import { beforeAll, describe, expect, it } from 'vitest';
import { type BuiltSite, buildFixtureSite, EVERYTHING, pageAt } from './build-fixture-site.ts';
import { deadLinks } from './dead-links.ts';
import { elementsOf } from './page-elements.ts';

const address = 'https://clinic-site.org/health/handouts/';

describe('a site in a folder of its host', () => {
  let built: BuiltSite;
  beforeAll(async () => {
    built = await buildFixtureSite({}, { ...EVERYTHING, address });
  });

  it('has no link that leads out of the folder or to nothing', () => {
    expect(deadLinks(built, address)).toEqual([]);
    expect(pageAt(built, '/en/water/')).not.toMatch(/(href|src)="\//);
  });

  it('has a page for lost readers that works at any address', () => {
    const links = elementsOf(pageAt(built, '/404.html')).flatMap(({ attributes: { href } }) => href ?? []);
    expect(links).toContain('/health/handouts/ar/');
    expect(links).toContain('/health/handouts/assets/site.css');
    expect(links.filter((link) => !link.startsWith('/health/handouts/'))).toEqual([]);
  });

  // Eleventy keeps compiled layouts for the whole process, and with them the filters of the first site.
  it('does not pass its address on to the next site that is built in the same process', async () => {
    const next = await buildFixtureSite({}, { address: 'https://other.org/' });
    expect(pageAt(next, '/404.html')).not.toContain('/health/handouts/');
  });
});
