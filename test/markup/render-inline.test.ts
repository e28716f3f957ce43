import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMarkdown } from '../../src/markup/create-markdown.ts';
import { environment } from '../../src/markup/markup-context.ts';
import { renderInline } from '../../src/markup/render-inline.ts';
import { sampleContext } from './sample-context.ts';

const md = createMarkdown();
const render = (text: string, locale: string) => renderInline(md, text, sampleContext(locale));

/** The words a browser would show for a piece of HTML of ours. */
function shownText(html: string): string {
  const characters: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };
  return html.replace(/<[^>]*>/g, '').replace(/&(?:lt|gt|quot|amp);/g, (entity) => characters[entity] ?? entity);
}

describe('rendering a line of text', () => {
  it('gives the HTML and the plain words of a text with a fact', () => {
    expect(render('Call {{checkup.phone}} **now**.', 'en')).toEqual({
      html: 'Call <a class="phone" href="tel:+18005550199"><bdi dir="ltr">1-800-555-0199</bdi></a> <strong>now</strong>.',
      text: 'Call 1-800-555-0199 now.',
    });
  });

  it('makes one line of several', () => {
    expect(render('one\ntwo', 'en').text).toBe('one two');
  });

  it('keeps ids unique through a whole text', () => {
    const context = sampleContext('ar');
    const ids = ['HPV و Pap', 'Medi-Cal'].flatMap(
      (text) => renderInline(md, text, context).html.match(/id="[^"]+"/g) ?? [],
    );
    expect(new Set(ids).size).toBe(3);
  });
});

describe('isolating foreign runs', () => {
  // Letters, digits and the signs that join them; none of the characters Markdown gives a meaning.
  const words = fc
    .array(
      fc.constantFrom(
        'warfarin',
        'HPV',
        'é',
        'الماء',
        '、',
        '請',
        ' ',
        '-',
        '–',
        '/',
        ',',
        '.',
        "'",
        '(',
        ')',
        '24',
        '1',
        '130–179',
        ':',
        'D3',
        '%',
        '؟',
        '😀',
      ),
    )
    .map((parts) => `ا${parts.join('')}ا`);

  it.each(['ar', 'zh-Hant', 'km', 'es'])('loses, adds and moves no character in %s', (locale) => {
    fc.assert(
      fc.property(words, (text) => {
        const rendered = render(text, locale);
        expect(rendered.text).toBe(text);
        expect(shownText(rendered.html)).toBe(text);
      }),
    );
  });

  it('sets off every Latin letter in Arabic, once', () => {
    fc.assert(
      fc.property(words, (text) => {
        const { html } = render(text, 'ar');
        expect(shownText(html.replace(/<bdi[^>]*>[^<]*<\/bdi>/g, ''))).not.toMatch(/\p{Script=Latin}/u);
        expect(html).not.toMatch(/<bdi[^>]*>[^<]*<bdi/);
      }),
    );
  });
});

describe('the parser', () => {
  it('gives HTML or faults for any text, and never throws', () => {
    const markup = fc.string({ unit: fc.constantFrom(...'ab \n#*_-[](){}<>|`!&;:"\\1.'.split('')) });
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), markup), (text) => {
        expect(() => md.render(text, environment(sampleContext('ar')))).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });

  it('lets no tag through that nobody refused', () => {
    const html = fc
      .array(fc.constantFrom('<', '>', '/', 'b', 'script', ' ', '\n', '!--', 'a', '"', '=', '&lt;'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(html, (text) => {
        const context = sampleContext('en');
        const tags = md.render(text, environment(context)).match(/<[a-z!/][^>]*>/g) ?? [];
        expect(context.faults.length > 0 || tags.every((tag) => /^<\/?p>$/.test(tag))).toBe(true);
      }),
    );
  });
});
