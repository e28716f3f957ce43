import { beforeAll, describe, expect, it } from 'vitest';
import { readPdfFacts } from '../../src/pdf/read-pdf-facts.ts';
import { type BuiltSite, buildFixtureSite } from '../html/build-fixture-site.ts';
import { printBuilt } from './print-built-site.ts';

describe('the links of a sheet that leads to another handout', () => {
  let built: BuiltSite;
  let links: string[];
  beforeAll(async () => {
    built = await buildFixtureSite();
    const { value } = await printBuilt(built, { ids: ['full/ar/water', 'bare/en/water'], workers: 1 });
    const facts = await Promise.all(value.map(({ bytes }) => readPdfFacts(bytes, (lang) => lang === 'ar')));
    links = facts.flatMap((one) => one.links);
  });

  it('call the emergency number, the clinic and the program', () => {
    expect(links).toEqual(
      expect.arrayContaining(['tel:911', 'tel:+18005550101', 'tel:+18005550155', 'tel:+18005550199']),
    );
  });

  it('lead to the clinic’s website as it is written in its record', () => {
    expect(links).toContain('https://full-moon.clinic-site.org/');
  });

  it('lead to the other handout where it is published', () => {
    expect(links).toContain('https://handouts.clinic-site.org/ar/walking/#start');
    expect(links).toContain('https://handouts.clinic-site.org/clinics/bare/en/walking/#start');
  });

  it('never lead to the machine that printed the sheet', () => {
    expect(links.filter((link) => /127\.0\.0\.1|localhost/.test(link))).toEqual([]);
  });

  it('are plain text where the site is not published yet, but for those that lead elsewhere', async () => {
    const preview = await buildFixtureSite({}, { address: 'http://localhost:8080/' });
    const { value, problems } = await printBuilt(preview, { ids: ['full/en/water'], workers: 1 });
    expect(problems).toEqual([]);
    const facts = await Promise.all(value.map(({ bytes }) => readPdfFacts(bytes, () => false)));
    const addresses = facts.flatMap((one) => one.links.filter((link) => !link.startsWith('tel:')));
    expect(new Set(addresses)).toEqual(new Set(['https://full-moon.clinic-site.org/']));
  });
});
