import { describe, expect, it } from 'vitest';
import { readContent } from '../../src/read-content.ts';
import { allSections } from '../../src/handout/handout.ts';
import { blockHtml } from '../../src/packet/block-html.ts';
import { copyFixtureSite, fixtureSettings } from '../fixture-site.ts';
import { elementsOf } from '../html/page-elements.ts';

const heading = { html: 'When', text: 'When', own: 'When' };
const block = (text: string, kind: 'heading' | 'item' = 'item') => ({ kind, text, own: text, line: 1 });

describe('the blocks of a section', () => {
  it('are its heading, paragraphs, items and cells, without pictures and links', () => {
    const html =
      '<ul>\n<li><svg><path d=""/></svg>Fever</li>\n</ul>\n<p>Call <a href="tel:911"><bdi id="x1">911</bdi></a>.</p>\n';
    const section = { heading, html, blocks: [block('When', 'heading'), block('Fever'), block('Call 911.')] };
    expect(blockHtml(section, 'en').map((one) => one.html)).toEqual([
      'When',
      'Fever',
      'Call <bdi id="x1-en-2">911</bdi>.',
    ]);
  });

  it('are shown by their words where the pieces of the HTML are not the blocks', () => {
    const section = {
      heading,
      html: '<p>One <b>and</b> two</p>',
      blocks: [block('When', 'heading'), block('One'), block('a < b')],
    };
    expect(blockHtml(section, 'en').map((one) => one.html)).toEqual(['When', 'One', 'a &lt; b']);
  });

  it('leave out cells that are for writing', () => {
    const html = '<table><tbody><tr><td>Pill</td><td></td></tr></tbody></table>';
    const blocks = [block('When', 'heading'), block('Pill'), block('')];
    expect(blockHtml({ heading, html, blocks }, 'en').map(({ text }) => text)).toEqual(['When', 'Pill']);
  });

  it('say in their HTML what they say as words, in every section of a press', async () => {
    const { handouts } = await readContent(await fixtureSettings(await copyFixtureSite()));
    const all = handouts.flatMap(({ texts }) => texts.flatMap(({ sections }) => allSections(sections)));
    expect(all.length).toBeGreaterThan(10);
    for (const section of all) {
      for (const { html, text } of blockHtml(section, 'x')) {
        const words = elementsOf(`<p>${html}</p>`).find(({ name }) => name === 'p')?.text;
        expect(words?.replaceAll(/\s+/g, ' ').trim()).toBe(text.replaceAll(/\s+/g, ' ').trim());
      }
    }
  });
});
