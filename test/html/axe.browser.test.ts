import axe, { type RunOptions } from 'axe-core';
import { describe, expect, it } from 'vitest';
import { openShippedSite, pagesOf } from './open-site.ts';

/** WCAG 2.2 AA, and what the field has found to be good practice beyond it. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Colours are all that differs between light and dark. */
const COLOUR_RULES = ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block'];
/** What is read at length has the contrast of WCAG AAA (7:1), for eyes that see poorly. */
const READ_AT_LENGTH = 'main :is(p, li, td, dd), main :is(p, li) :not(.button)';

/** Sections of one name: on a bilingual page the clinic, whose name is the same in both languages. */
const SAME_CLINIC = /^landmark-unique: section\[aria-labelledby="panel-clinic"\]/;

const site = await openShippedSite();

/** What is wrong with the page that is open: each rule with the elements that break it. */
async function faults(options: RunOptions): Promise<string[]> {
  const found = await site.page.evaluate(
    async (how, atLength) => {
      const { axe: checker } = window as unknown as { axe: typeof axe };
      const { violations } = await checker.run(document, how);
      return violations.flatMap(({ id, nodes }) =>
        nodes
          .filter(
            ({ target }) =>
              id !== 'color-contrast-enhanced' || document.querySelector(String(target))?.matches(atLength),
          )
          .map(({ target, failureSummary = '' }) => `${id}: ${target.join(' ')} ${failureSummary}`),
      );
    },
    { ...options, resultTypes: ['violations' as const] },
    READ_AT_LENGTH,
  );
  return found.filter((fault) => !SAME_CLINIC.test(fault));
}

const ALL: RunOptions = {
  runOnly: { type: 'tag', values: TAGS },
  rules: { 'color-contrast-enhanced': { enabled: true } },
};
const COLOURS: RunOptions = { runOnly: { type: 'rule', values: COLOUR_RULES } };

describe('axe finds nothing wrong, light or dark, with the page', () => {
  it.each(pagesOf(site))('%s', async (url) => {
    await site.visit(url);
    await site.page.evaluate(axe.source);
    expect(await faults(ALL)).toEqual([]);
    await site.look({ isDark: true });
    expect(await faults(COLOURS)).toEqual([]);
  });

  it('and would find a page without a title, an image without words, and grey on grey', async () => {
    const url = '/en/calciphylaxis/';
    await site.visit(url);
    await site.page.evaluate(() => {
      document.title = '';
      const main = document.querySelector('main');
      main?.append(new Image());
      main?.insertAdjacentHTML('beforeend', '<p class="faint">faint</p>');
      main?.querySelector<HTMLElement>('.faint')?.style.setProperty('color', '#888');
    });
    await site.page.evaluate(axe.source);
    const found = (await faults(ALL)).join('\n');
    expect(found).toContain('document-title:');
    expect(found).toContain('image-alt:');
    expect(found).toContain('color-contrast: .faint');
  });
});
