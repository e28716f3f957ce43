import { beforeAll, describe, expect, it } from 'vitest';
import { scriptJson } from '../../src/html/script-json.ts';
import { edited } from '../bad-input/problems-of.ts';
import { type BuiltSite, buildFixtureSite, pageAt } from './build-fixture-site.ts';
import { outputOf } from './dead-links.ts';
import { elementsOf } from './page-elements.ts';

const ADDRESS = 'https://handouts.clinic-site.org/health/';

let built: BuiltSite;
beforeAll(async () => {
  const changes = await edited('content/handouts/water/en.md', 'Drinking enough water', 'Water & more');
  built = await buildFixtureSite(changes, { address: ADDRESS });
});

const START = ['/', '/en/', '/ar/'];
const SHEETS = ['en', 'ar'].flatMap((locale) =>
  ['', '/clinics/bare'].flatMap((clinic) => ['walking', 'water'].map((name) => `${clinic}/${locale}/${name}/`)),
);

const tagsAt = (url: string, site = built): Record<string, string> =>
  Object.fromEntries(
    elementsOf(pageAt(site, url)).flatMap(({ name, attributes: { property, name: own, content = '' } }) =>
      name === 'meta' && (property ?? own) !== undefined ? [[property ?? own, content]] : [],
    ),
  ) as Record<string, string>;

/** What the page says as JSON-LD: the text of a script element is not escaped, so it ends at the first end tag. */
function thingAt(url: string, site = built): Record<string, unknown> {
  const json = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(pageAt(site, url))?.[1] ?? '';
  const { '@context': context, '@graph': graph } = JSON.parse(json) as Record<string, unknown[]>;
  expect(context).toBe('https://schema.org');
  expect(graph).toHaveLength(1);
  return graph?.[0] as Record<string, unknown>;
}

describe('a link to a page that somebody sends', () => {
  it.each([...START, ...SHEETS])('%s is shown with full addresses, and with a picture that is there', (url) => {
    const tags = tagsAt(url);
    expect(tags['og:url']).toBe(ADDRESS + url.slice(1));
    const image = tags['og:image'] ?? '';
    expect(image.startsWith(`${ADDRESS}assets/share/`)).toBe(true);
    expect(outputOf(built)).toContain(image.slice(ADDRESS.length));
    expect(tags).toMatchObject({
      'og:type': START.includes(url) ? 'website' : 'article',
      'og:image:width': '1200',
      'og:image:height': '630',
      'twitter:card': 'summary_large_image',
      'og:locale': url.includes('ar/') ? 'ar_AR' : 'en_US',
    });
    expect(tags['og:image:alt']).toBe(tags['og:title']);
    expect(tags['og:description']).toBe(tags.description);
  });

  it('to a clinic’s page has the picture of the main clinic’s page, in its language', () => {
    expect(tagsAt('/clinics/bare/ar/water/')['og:image']).toBe(`${ADDRESS}assets/share/ar-water.png`);
  });

  it('has title and name of the site in the language of the page', () => {
    expect(tagsAt('/ar/water/')).toMatchObject({
      'og:title': 'شرب ما يكفي من الماء',
      'og:site_name': built.content.tools.get('ar')?.t('site.name'),
    });
  });
});

describe('what a sheet’s page tells search engines', () => {
  it('can be read, whatever its title', () => {
    expect(thingAt('/en/water/')).toMatchObject({ '@type': 'MedicalWebPage', name: 'Water & more' });
    expect(scriptJson({ name: 'A </script> B' })).toBe(String.raw`{"name":"A \u003c/script> B"}`);
  });

  it('has the dates of its editions', () => {
    expect(thingAt('/en/walking/')).toMatchObject({
      ...{ version: '2', datePublished: '2026-10-01', dateModified: '2026-11-21', inLanguage: 'en' },
    });
    expect(thingAt('/ar/walking/')).toMatchObject({ dateModified: '2026-11-21', inLanguage: 'ar' });
    expect(thingAt('/ar/walking/').datePublished).toBeUndefined();
  });

  it('names a reviewer only if one has reviewed it', async () => {
    const clinician = { '@type': 'Person', name: 'Dr. Ada Example', jobTitle: 'family doctor' };
    const interpreter = { '@type': 'Person', name: 'Layla Example', jobTitle: 'certified medical interpreter' };
    expect(thingAt('/en/walking/')).toMatchObject({ reviewedBy: [clinician], lastReviewed: '2026-11-22' });
    expect(thingAt('/ar/walking/')).toMatchObject({ reviewedBy: [clinician, interpreter] });
    for (const url of ['/en/water/', '/ar/water/']) {
      expect(thingAt(url).reviewedBy).toBeUndefined();
      expect(thingAt(url).lastReviewed).toBeUndefined();
    }
    const draft = await buildFixtureSite(
      await edited(
        'content/handouts/walking/ar.md',
        /translation:[^]*?---\n/,
        'translation:\n  state: machine-draft\n---\n',
      ),
    );
    expect(thingAt('/ar/walking/', draft).reviewedBy).toBeUndefined();
    expect(pageAt(draft, '/ar/walking/')).not.toContain('family doctor');
  });

  it('joins translation and source', () => {
    expect(thingAt('/en/water/').workTranslation).toEqual([{ '@id': `${ADDRESS}ar/water/` }]);
    expect(thingAt('/ar/water/').translationOfWork).toEqual({ '@id': `${ADDRESS}en/water/` });
    expect(thingAt('/clinics/bare/ar/water/').translationOfWork).toEqual({
      '@id': `${ADDRESS}clinics/bare/en/water/`,
    });
  });

  it('claims nothing of the illness, nor of the clinic what its record does not say', () => {
    expect(thingAt('/clinics/bare/en/water/').about).toBeUndefined();
    expect(thingAt('/clinics/bare/en/water/').publisher).toEqual({
      ...{ '@type': 'MedicalClinic', name: 'Bare Street Clinic', telephone: '+18005550155' },
    });
  });
});

describe('what a start page tells search engines', () => {
  it('is the clinic, with its hours, and its address', () => {
    expect(thingAt('/ar/')).toMatchObject({
      '@type': 'MedicalClinic',
      url: 'https://full-moon.clinic-site.org/',
      faxNumber: '+18005550103',
      address: { streetAddress: '12 Test Street', postalCode: '90001' },
    });
    expect(thingAt('/ar/').openingHoursSpecification).toContainEqual({
      ...{ '@type': 'OpeningHoursSpecification', dayOfWeek: ['Friday'], opens: '08:30', closes: '12:00' },
    });
  });
});

describe('the end of a sheet’s page', () => {
  const textsAt = (url: string, name: string) =>
    elementsOf(pageAt(built, url)).filter(({ attributes }) => attributes.class === name);

  it('says who translated and who checked the sheet, in the reader’s language, with names in theirs', () => {
    expect(textsAt('/en/walking/', 'sheet__provenance').map(({ text }) => text)).toEqual([
      'Dr. Ada Example (family doctor) checked this sheet on November 22, 2026.',
    ]);
    const [arabic] = textsAt('/ar/walking/', 'sheet__provenance').map(({ text }) => text);
    expect(arabic).toMatch(/^ترجم شخص هذه النشرة.*Layla Example.*Dr. Ada Example/);
    const name = elementsOf(pageAt(built, '/ar/walking/')).find(
      ({ text, name: tag }) => tag === 'bdi' && text === 'Layla Example',
    );
    expect(name).toMatchObject({ lang: 'en', dir: 'ltr' });
  });

  it('says of a draft, on the page alone, what its notice says on paper too', () => {
    const words = built.content.tools.get('ar')?.t('provenance.computer');
    expect(textsAt('/ar/water/', 'about__review').map(({ text }) => text)).toEqual([words]);
    expect(textsAt('/ar/water/', 'sheet__provenance')).toEqual([]);
  });

  it('says nothing of a check that there was not', () => {
    expect(textsAt('/en/water/', 'about__review')).toEqual([]);
    expect(textsAt('/en/water/', 'sheet__provenance')).toEqual([]);
  });

  it('tells to whom to report a mistake, with the code, a number to tap and the website if there is one', () => {
    const [full] = textsAt('/en/water/', 'about__report');
    expect(full?.text).toContain('Give the code of this sheet: WAT-1-en');
    expect(full?.text).toContain('800-555-0101');
    const linksIn = (url: string) => pageAt(built, url).split('class="about__report"')[1]?.split('</section>')[0] ?? '';
    expect(linksIn('/ar/water/')).toContain('href="https://full-moon.clinic-site.org/"');
    expect(linksIn('/clinics/bare/ar/water/')).toContain('href="tel:+18005550155"');
    expect(linksIn('/clinics/bare/ar/water/')).not.toContain('https:');
  });
});
