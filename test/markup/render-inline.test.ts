import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toLatinDigits } from '../../src/i18n/digits.ts';
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
      own: 'Call  now.',
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

describe('the author’s own words', () => {
  const own = (text: string, locale = 'en'): string => render(text, locale).own;

  it('are the whole of a plain text, links and bold words included', () => {
    expect(own('See **the** [tests](#tests)\nnow.')).toBe('See the tests now.');
  });

  it('are without facts, which no translator writes', () => {
    expect(own('Ask {{checkup.name}} from age {{checkup.age}}.')).toBe('Ask  from age .');
  });

  it('are without marked words of another language, and with what stands after them', () => {
    expect(own('Say: [**I feel** faint.](lang:en) Then wait. [Help!](lang:en)', 'es')).toBe('Say:  Then wait. ');
  });

  it('have the Latin words that nobody marked, such as names of drugs', () => {
    expect(own('دواء (warfarin) 500 mg', 'ar')).toBe('دواء (warfarin) 500 mg');
  });

  it('have their numbers as they are printed', () => {
    expect(own('از 0 تا 10', 'fa')).toBe('از ۰ تا ۱۰');
  });
});

describe('a title', () => {
  const title = (text: string) => renderInline(md, text, { ...sampleContext('zh-Hant'), isHeading: true });

  it('has its words marked where it may break, in Chinese', () => {
    expect(title('鈣化防禦症是什麼？')).toEqual({
      html: '鈣化<wbr>防禦<wbr>症<wbr>是<wbr>什麼？',
      text: '鈣化防禦症是什麼？',
      own: '鈣化防禦症是什麼？',
    });
  });

  it('is alone in that: a summary has no such marks', () => {
    expect(render('鈣化防禦症是什麼？', 'zh-Hant').html).toBe('鈣化防禦症是什麼？');
  });

  it('loses, adds and moves no character', () => {
    const words = fc.array(
      fc.constantFrom('鈣化', '防禦症', '是', '什麼', '？', '「', '」', '（', '）', ' ', 'HPV', '3', '、'),
    );
    fc.assert(
      fc.property(words, (parts) => {
        const text = `病${parts.join('')}人`;
        expect(title(text)).toMatchObject({ text, own: text });
        expect(shownText(title(text).html)).toBe(text);
      }),
    );
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

  it('changes nothing but digits in Farsi', () => {
    fc.assert(
      fc.property(words, (text) => {
        const rendered = render(text, 'fa');
        expect(toLatinDigits(rendered.text)).toBe(toLatinDigits(text));
        expect(shownText(rendered.html)).toBe(rendered.text);
        expect(rendered.own).toBe(rendered.text);
      }),
    );
  });

  // Digits of the script itself run with its text: a Farsi reader meets ۱۳۰ first, on the right.
  it('leaves a range in Persian digits to the direction of its text', () => {
    expect(render('از 130–179 روز', 'fa').html).toBe('از ۱۳۰–۱۷۹ روز');
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

  it('lets no picture through that is not one of the press', () => {
    const parts = [
      '../../pictures/',
      'fever.svg',
      'https://example.org/',
      'data:',
      ' "b"',
      ')',
      '\n',
      '- ',
      '|',
      ' a ',
      '![',
    ];
    const image = fc.array(fc.constantFrom(...parts)).map((rest) => `![a](${rest.join('')})`);
    fc.assert(
      fc.property(image, (text) => {
        const context = sampleContext('en');
        const html = md.render(text, environment(context));
        expect(context.faults.length > 0 || !html.includes('<img')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
