import { beforeAll, describe, expect, it } from 'vitest';
import { FORMS } from '../../src/forms.ts';
import { buildSearchRecords } from '../../src/html/build-search-index.ts';
import { findRefusedTexts } from '../../src/html/compare-texts.ts';
import { expectedFile } from '../../src/html/expected-file.ts';
import { type BuiltSite, buildFixtureSite, EVERYTHING, pageAt, sheetOf } from './build-fixture-site.ts';
import { elementsOf, type PageElement } from './page-elements.ts';
import { EDITS, staleWater } from './stale-water.ts';

const PAGE = '/ar/water/';
/** What the Arabic says where the English changed for safety. */
const OLD = 'لا يبقى الماء في معدتكم.';

const { danger, caution, question, summary } = EDITS;
const build = async (...told: Parameters<typeof staleWater>): Promise<BuiltSite> =>
  buildFixtureSite(await staleWater(...told), EVERYTHING);

let built: BuiltSite;
beforeAll(async () => {
  built = await build('meaning', [danger, caution, question], {
    sections: { 'call-same-day': 'safety', 'ask-first': 'safety', questions: 'wording' },
  });
});

const ofClass = (html: string, name: string): PageElement[] =>
  elementsOf(html).filter(({ attributes }) => attributes.class?.split(' ').includes(name));
const withId = (html: string, id: string): PageElement | undefined =>
  elementsOf(html).find(({ attributes }) => attributes.id === id);
const t = (key: string, values?: Record<string, string>): string => built.content.tools.get('ar')?.t(key, values) ?? '';

describe('the page of a code', () => {
  it('shows the danger signs as the newest sheet does, and says that the English is newer', () => {
    const html = pageAt(built, '/c/WAT-1-ar/');
    expect(withId(html, 'call-same-day-newest')).toMatchObject({ lang: 'en', dir: 'ltr' });
    expect(ofClass(html, 'part-notice')).toHaveLength(1);
    expect(ofClass(html, 'edition__answer')[0]?.text).toContain(t('notice.stale', { edition: '2' }));
  });

  it('alarms nobody where the English only has other words', async () => {
    const worded = await build('wording', [question]);
    expect(ofClass(pageAt(worded, '/c/WAT-1-ar/'), 'edition__answer')[0]?.attributes.class).toBe('edition__answer');
    expect(pageAt(worded, '/c/WAT-1-ar/')).not.toContain(t('notice.stale', { edition: '2' }));
    const old = ofClass(pageAt(worded, '/c/WAT-1-en/'), 'edition__answer')[0];
    expect([old?.attributes.class, old?.text.trim().slice(0, 3)]).toEqual(['edition__answer', 'No.']);
  });

  it('lists a change by the gravest of its sections', () => {
    const [change] = ofClass(pageAt(built, '/c/WAT-1-en/'), 'edition__change');
    expect(change?.attributes.class).toContain('edition__change--safety');
    expect(ofClass(pageAt(built, '/c/WAT-1-en/'), 'edition__answer--old')).toHaveLength(1);
  });
});

describe('other programs', () => {
  it('get no summary in another language than they are told', async () => {
    const stale = await build('safety', [summary]);
    const description = elementsOf(pageAt(stale, PAGE)).find(({ attributes: { name } }) => name === 'description');
    expect(description?.attributes.content).toBe(t('site.intro'));
    const json = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(pageAt(stale, PAGE))?.[1] ?? '';
    const [thing] = (JSON.parse(json) as { '@graph': Record<string, unknown>[] })['@graph'];
    expect(thing).not.toHaveProperty('description');
    expect(thing).toMatchObject({ inLanguage: ['ar', 'en'] });
  });

  it('find the language of a section in the index of a search', () => {
    const records = buildSearchRecords('ar', [sheetOf(built, 'full/ar/water')]);
    const languages = records.map(({ url, language }) => [url.split('#')[1], language?.tag, language?.dir]);
    expect(languages.filter(([, tag]) => tag !== undefined)).toEqual([
      ['call-same-day', 'en', 'ltr'],
      ['ask-first', 'en', 'ltr'],
    ]);
  });
});

describe('the words of an old translation', () => {
  const expected = () => expectedFile(sheetOf(built, 'full/ar/water'), { form: FORMS.standard }, built.content.tools);

  it('are refused on a page and in a PDF, but not where they still stand by right', () => {
    const refused = expected().refused ?? [];
    expect(refused.map(({ text }) => text)).toContain(OLD);
    // Its heading is named in the notice.
    expect(refused.map(({ text }) => text)).not.toContain('اتصلوا بعيادتكم في اليوم نفسه');
    const problems = findRefusedTexts({ path: 'ar/water/index.html', text: `… ${OLD} …` }, refused);
    expect(problems.map(({ where, what }) => [where, what])).toEqual([
      [
        { file: 'content/handouts/water/ar.md', line: expect.any(Number) as number },
        `This text is too old, and yet it stands on ar/water/index.html: "${OLD}"`,
      ],
    ]);
    expect(
      findRefusedTexts(
        {
          path: '',
          text: expected()
            .texts.map(({ text }) => text)
            .join(' '),
        },
        refused,
      ),
    ).toEqual([]);
  });

  it('are not looked for where nothing is too old', async () => {
    const fresh = await buildFixtureSite();
    expect(
      expectedFile(sheetOf(fresh, 'full/ar/water'), { form: FORMS.standard }, fresh.content.tools),
    ).not.toHaveProperty('refused');
  });
});
