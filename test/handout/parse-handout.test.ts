import { describe, expect, it } from 'vitest';
import { type HandoutReading, parseTranslation } from '../../src/handout/parse-handout.ts';
import { createMarkdown } from '../../src/markup/create-markdown.ts';
import { languageNamed } from '../language-named.ts';
import { sampleContext } from '../markup/sample-context.ts';

const md = createMarkdown();

/** Parses a translation with a title, a summary and a body of its own. */
function parse(
  {
    tag,
    title = 'T',
    summary = 'S',
    body = '## A {#a}',
  }: { tag: string; title?: string; summary?: string; body?: string },
  overrides: Partial<HandoutReading> = {},
) {
  const { references, pictures } = sampleContext();
  const text = `---\ntitle: ${title}\nsummary: ${summary}\nedition: 1\ntranslation: { state: machine-draft }\n---\n\n${body}\n`;
  return parseTranslation(text, {
    ...{ md, references, pictures, language: languageNamed(tag), unreadPrograms: [], targets: new Map() },
    ...{ settings: { sourceLocale: 'en', country: 'US', emergencyNumber: '911' }, handout: 'water', file: 'x.md' },
    ...overrides,
  });
}

describe('the title of a handout', () => {
  it('may break between its words only, in Chinese, as its headings may; its summary may break anywhere', () => {
    const text = '什麼時候求助';
    const { value } = parse({ tag: 'zh-Hant', title: text, summary: text, body: `## ${text} {#a}` });
    expect(value?.title).toMatchObject({ html: '什麼時候<wbr>求助', text });
    expect(value?.sections[0]?.heading).toMatchObject({ html: '什麼時候<wbr>求助', text });
    expect(value?.summary).toMatchObject({ html: text, text });
  });

  it('tells its author’s own words from facts and marked words, and so does its summary', () => {
    const { value } = parse({
      tag: 'es',
      title: '"[Ask](lang:en) {{checkup.name}} ya"',
      summary: 'Desde {{checkup.age}} años',
    });
    expect([value?.title, value?.summary]).toMatchObject([
      { text: 'Ask Open Door ya', own: '  ya', line: 2 },
      { text: 'Desde 40 años', own: 'Desde  años', line: 3 },
    ]);
  });

  it('has its numbers in the digits of its language, and so have its summary and its sections', () => {
    const { value } = parse({ tag: 'fa', title: '5 روز', summary: '6 روز', body: '## 7 روز {#a}\n\n8 روز' });
    const texts = [value?.title, value?.summary, ...(value?.sections[0]?.blocks ?? [])].map((each) => each?.text);
    expect(texts).toEqual(['۵ روز', '۶ روز', '۷ روز', '۸ روز']);
  });

  it('may hold no picture, and is refused on its line', () => {
    const { problems } = parse({ tag: 'es', title: '"![Sol](../../pictures/fever.svg \'x\')"' });
    expect(problems).toMatchObject([
      { where: { file: 'x.md', line: 2 }, what: 'A picture stands in the middle of text.' },
    ]);
  });
});

describe('a handout with mistakes', () => {
  it('is read all the same, and is not sound', () => {
    const { value, problems } = parse({ tag: 'es', body: '## A {#a}\n\nNombre: ___ Tel.: ___' });
    expect(value).toMatchObject({ isSound: false, sections: [{ id: 'a' }] });
    expect(problems).toMatchObject([
      { where: { file: 'x.md', line: 10 }, what: 'A line to write on (___) stands inside a text.' },
    ]);
  });

  it('is not told of facts of a program that could not be read itself', () => {
    const body = '## A {#a}\n\n{{moon.phone}} {{sun.phone}}';
    const { problems } = parse({ tag: 'es', body }, { unreadPrograms: ['moon'] });
    expect(problems.map(({ what }) => what)).toEqual(['There is no fact named {{sun.phone}}.']);
  });
});
