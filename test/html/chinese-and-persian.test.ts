import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { PROJECT } from '../fixture-site.ts';
import { type BuiltSite, buildFixtureSite, pageAt } from './build-fixture-site.ts';
import { withLanguages } from './more-languages.ts';
import { elementsOf, type PageElement } from './page-elements.ts';

const fixture = (path: string): string => readFileSync(join(PROJECT, 'test/fixtures/site', path), 'utf8');
const CHINESE_PROGRAM = `  zh-Hant:
    offer: 每年一次免費健康檢查。
    who: 適合 {{free-checkup.first-age}} 歲起的人。
    limits: 不付治療費用。
`;

let built: BuiltSite;
beforeAll(async () => {
  const changes = await withLanguages('zh-Hant', 'fa');
  const program = fixture('content/programs/free-checkup.yaml');
  const strings = changes['locales/zh-Hant/ui.json'] ?? '';
  built = await buildFixtureSite({
    ...changes,
    'content/handouts/walking/en.md': fixture('content/handouts/walking/en.md').replace(
      /review:\n( {2}.*\n)+/,
      'review:\n  state: unreviewed\n',
    ),
    'locales/zh-Hant/ui.json': strings.replace(/"allHandouts": ".*"/, '"allHandouts": "所有資料 & <檢查>"'),
    'content/programs/free-checkup.yaml': program + CHINESE_PROGRAM,
    'content/programs/english.yaml': program.replaceAll('free-checkup.', 'english.').replace(/\n {2}ar:[\s\S]*$/, '\n'),
    'content/clinics/bare.yaml': `${fixture('content/clinics/bare.yaml')}programs: [english]\n`,
  });
});

const find = (url: string, wanted: (element: PageElement) => boolean): PageElement | undefined =>
  elementsOf(pageAt(built, url)).find(wanted);
const text = (path: string): string => new TextDecoder().decode(built.site.assets.get(path));

describe('a heading in Chinese', () => {
  it('breaks between words: the title, the headings of sections, and those of the interface', () => {
    const html = pageAt(built, '/zh-Hant/walking/');
    expect(html).toContain('<h1>每天<wbr>走路</h1>');
    expect(html).toContain('<h2>怎麼<wbr>開始<wbr>走路？</h2>');
    expect(html).toContain('<h2 id="sources-heading">資料<wbr>來源</h2>');
  });

  it('breaks between words on the pages that list handouts, and where nothing was found', () => {
    expect(pageAt(built, '/zh-Hant/')).toMatch(/<h1>健康<wbr>/);
    expect(pageAt(built, '/404.html')).toMatch(/<section lang="zh-Hant" dir="ltr" class="not-found">\s*<h2>[^<]+<wbr>/);
  });

  it('keeps signs that mean something in HTML what they are', () => {
    expect(pageAt(built, '/zh-Hant/')).toContain('<h2>所有<wbr>資料 &amp; &lt;<wbr>檢查&gt;</h2>');
  });

  it('is the only place with such marks: its title in the head has none, nor a paragraph, nor another language', () => {
    const chinese = pageAt(built, '/zh-Hant/walking/');
    const headings = [...chinese.matchAll(/<h[1-6][^>]*>.*<\/h[1-6]>/g)].map(([heading]) => heading);
    expect(chinese.match(/<wbr>/g)).toHaveLength(headings.join('').match(/<wbr>/g)?.length ?? 0);
    expect(pageAt(built, '/en/walking/') + pageAt(built, '/fa/walking/')).not.toContain('<wbr>');
  });
});

describe('sentences that follow each other', () => {
  const notice = (url: string): string => find(url, ({ attributes }) => attributes.class === 'notice')?.text ?? '';
  const program = (url: string): string =>
    find(url, ({ attributes }) => attributes.class === 'panel__program')?.text.replaceAll(/\s+/g, ' ') ?? '';

  it('have no space between them in Chinese, in warnings and on the panel', () => {
    const t = built.content.tools.get('zh-Hant')?.t ?? String;
    expect(notice('/zh-Hant/walking/')).toContain(t('notice.machineTranslation') + t('notice.notReviewed'));
    expect(program('/zh-Hant/walking/')).toContain(
      `每年一次免費健康檢查。適合 40 歲起的人。不付治療費用。${t('program.call')}`,
    );
  });

  it('have one in languages written with spaces', () => {
    const t = built.content.tools.get('ar')?.t ?? String;
    expect(notice('/ar/water/')).toContain(`${t('notice.machineTranslation')} ${t('notice.notReviewed')}`);
    expect(program('/en/walking/')).toContain(
      'costs nothing. For people from age 40. It does not pay for treatment. Call',
    );
  });

  // templates/partials/panel.njk asks the language of the page, not that of the text.
  it('have one where a program that is not translated stands in English on a Chinese page', () => {
    expect(program('/clinics/bare/zh-Hant/walking/')).toContain('costs nothing. For people from age 40. It does not');
  });
});

describe('numbers that the browser writes', () => {
  it('are Persian on a sheet in Persian: those of its steps and those of its pages', () => {
    expect(text('assets/site.css')).toContain(':lang(fa) ol{list-style-type:persian}');
    expect(pageAt(built, '/fa/walking/')).toMatch(/<style>@page\{.*counter\(page,persian\).*counter\(pages,persian\)/);
  });

  it('have their font, also the digits that stand in no text', () => {
    const css = text('assets/fonts/fa.css');
    const arabic = css.split('\n').filter((rule) => rule.includes('"Noto Sans Arabic"'));
    expect(arabic.some((rule) => /U\+6f0-6f9/.test(rule))).toBe(true);
    expect(text('assets/fonts/ar.css')).not.toMatch(/U\+6f\d/);
  });

  it('are Latin where the language prints Latin digits', () => {
    expect(text('assets/site.css')).toContain(':lang(ar) ol{list-style-type:decimal}');
    expect(pageAt(built, '/ar/walking/')).toContain('counter(page,decimal)');
  });
});

describe('the bullet of a list', () => {
  it('is that of one font on every page, and that font has it', () => {
    expect(text('assets/site.css')).toContain('ul>li::marker{font-family:"Noto Sans",sans-serif}');
    for (const set of ['en', 'ar', 'fa', 'zh-Hant', 'all']) {
      const latin = text(`assets/fonts/${set}.css`)
        .split('\n')
        .filter((rule) => rule.includes('"Noto Sans";font-weight:400'));
      expect(
        latin.some((rule) => /U\+2022/.test(rule)),
        set,
      ).toBe(true);
    }
  });
});
