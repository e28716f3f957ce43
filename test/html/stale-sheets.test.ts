import { beforeAll, describe, expect, it } from 'vitest';
import { type BuiltSite, buildFixtureSite, EVERYTHING, pageAt, sheetOf } from './build-fixture-site.ts';
import { deadLinks } from './dead-links.ts';
import { withThreeEditions } from './editions.ts';
import { elementsOf, type PageElement } from './page-elements.ts';
import { EDITS, staleWater } from './stale-water.ts';

const ADDRESS = 'https://handouts.clinic-site.org/';
const PAGE = '/ar/water/';
/** What the Arabic says where the English changed for safety. */
const OLD = 'لا يبقى الماء في معدتكم.';

const { danger, amount, caution, question, summary, title, heading, section } = EDITS;
const build = async (...told: Parameters<typeof staleWater>): Promise<BuiltSite> =>
  buildFixtureSite(await staleWater(...told), { ...EVERYTHING, address: ADDRESS });

let built: BuiltSite;
beforeAll(async () => {
  built = await build('meaning', [danger, amount, caution, question], {
    sections: { 'call-same-day': 'safety', 'ask-first': 'safety', questions: 'wording' },
  });
});

const wordsOf = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
const ofClass = (html: string, name: string): PageElement[] =>
  elementsOf(html).filter(({ attributes }) => attributes.class?.split(' ').includes(name));
const withId = (html: string, id: string): PageElement | undefined =>
  elementsOf(html).find(({ attributes }) => attributes.id === id);
const t = (key: string, values?: Record<string, string>): string => built.content.tools.get('ar')?.t(key, values) ?? '';
const noticesOf = (site: BuiltSite) =>
  sheetOf(site, 'full/ar/water').notices.flatMap(({ change, text, staff }) =>
    change ? [[change, text, staff?.text]] : [],
  );

describe('a part that is older than a change for safety', () => {
  it('is in the English of today, with its language and direction', () => {
    const part = withId(pageAt(built, PAGE), 'call-same-day');
    expect(part).toMatchObject({ lang: 'en', dir: 'ltr' });
    expect(part?.text).toContain('You cannot keep water down for 4 hours.');
    expect(withId(pageAt(built, PAGE), 'call-now')).toMatchObject({ lang: 'ar', dir: 'rtl' });
  });

  it('begins by saying so in the language of the reader, once', () => {
    for (const id of ['call-same-day', 'ask-first']) {
      const html = pageAt(built, PAGE);
      const inside = elementsOf(html.slice(html.indexOf(` id="${id}"`)));
      const told = inside.find(({ name }) => name === 'p');
      expect(told?.attributes).toEqual({ class: 'part-notice', lang: 'ar', dir: 'rtl' });
      expect(told?.text).toBe(t('notice.partInEnglish'));
    }
    expect(ofClass(pageAt(built, PAGE), 'part-notice')).toHaveLength(2);
  });

  it('is nowhere in the words of the old translation', () => {
    for (const { url, content } of built.site.pages.filter(({ url: one }) => /\/ar\/|-ar\//.test(one))) {
      expect(content.includes(OLD) ? url : '').toBe('');
    }
    const index = new TextDecoder().decode(built.site.assets.get('assets/search/ar.json'));
    expect(index).not.toContain('معدتكم');
    expect(index).toContain('You cannot keep water down for 4 hours.');
  });

  it('has no part notice of its own where the whole section says it', async () => {
    const whole = await build('safety', [['## When to get help', '## When to get help now'], danger]);
    const html = pageAt(whole, PAGE);
    expect(withId(html, 'help')).toMatchObject({ lang: 'en', dir: 'ltr' });
    expect(withId(html, 'call-now')).toMatchObject({ lang: 'ar', dir: 'rtl' });
    expect(withId(html, 'call-same-day')?.attributes.lang).toBeUndefined();
    expect(ofClass(html, 'part-notice')).toHaveLength(1);
    expect(whole.problems).toEqual([]);
  });

  it('says so under a section that is in English for less', async () => {
    const both = await build(
      'safety',
      [
        [
          '## Questions to ask {',
          '## Cold water {#cold}\n\nIt is good.\n\n### Ice {#ice}\n\nDo not eat ice.\n\n## Questions to ask {',
        ],
      ],
      { sections: { cold: 'meaning' } },
    );
    const told = ofClass(pageAt(both, PAGE), 'part-notice').map(({ text }) => text);
    expect(told).toEqual([t('notice.staleMeaning', { sections: '«Cold water»' }), t('notice.partInEnglish')]);
  });

  it('may be the summary, on the page and on the list of handouts', async () => {
    const stale = await build('safety', [summary]);
    const inSummary = elementsOf(pageAt(stale, PAGE).split('class="summary"')[1] ?? '').filter(
      ({ name }) => name === 'p',
    );
    expect(inSummary[0]?.text).toBe(t('notice.partInEnglish'));
    expect(inSummary[1]?.attributes).toEqual({ lang: 'en', dir: 'ltr' });
    expect(wordsOf(inSummary[1]?.text ?? '')).toMatch(/^Your body needs clean water every day\. Ask Open Door/);
    const listed = elementsOf(pageAt(stale, '/ar/')).find(({ text }) => text.startsWith('Your body needs clean water'));
    expect(listed?.attributes).toEqual({ lang: 'en', dir: 'ltr' });
    expect(noticesOf(stale)).toEqual([
      ['safety', t('notice.staleSafety', { sections: '«باختصار»' }), expect.stringContaining('“In short”')],
    ]);
  });
});

describe('the notices at the top of a sheet', () => {
  it('name what changed for safety and what has newer facts, for the reader and for staff', () => {
    expect(noticesOf(built)).toEqual([
      [
        'safety',
        t('notice.staleSafety', { sections: '«اتصلوا بعيادتكم في اليوم نفسه»، «اسألوا أولًا»' }),
        'These parts changed for your safety and are not translated yet: “Call your clinic the same day”, “Ask first”. They are in English on this sheet. Ask someone who knows English to explain them to you now.',
      ],
      [
        'meaning',
        t('notice.staleMeaning', { sections: '«كم تشربون»' }),
        'The English sheet has newer information in these parts: “How much to drink”. Ask your clinic about them.',
      ],
    ]);
    const shown = ['notice--safety', 'notice--meaning'].map((name) => ofClass(pageAt(built, PAGE), name));
    expect(shown.flat().map(({ text }) => text)).toEqual(noticesOf(built).map(([, text]) => text));
    expect(ofClass(pageAt(built, PAGE), 'notice--staff')[0]?.text).toContain('“How much to drink”');
  });

  it('name nothing that only has other words, and then the page is the same to the byte', async () => {
    const [before, after] = [
      await buildFixtureSite({}, EVERYTHING),
      await buildFixtureSite(await staleWater('wording', [danger, amount, caution, question, summary]), EVERYTHING),
    ];
    for (const url of [PAGE, '/clinics/bare/ar/water/', '/ar/']) expect(pageAt(after, url)).toBe(pageAt(before, url));
    expect(after.content.warnings.length).toBeGreaterThan(before.content.warnings.length);
  });

  it('name a section in English that got another heading, set off from the words around it', async () => {
    const renamed = await build('safety', [heading]);
    expect(noticesOf(renamed)[0]?.[1]).toBe(t('notice.staleSafety', { sections: '«Ask your nurse first»' }));
    const name = elementsOf(pageAt(renamed, PAGE)).find(
      ({ text, name: element }) => element === 'bdi' && text === 'Ask your nurse first',
    );
    expect(name?.attributes).toEqual({ id: 'notice-staleSafety-ask-first', lang: 'en', dir: 'ltr' });
  });

  it('call a section that is not translated yet newer, not dangerous, and it stands there in English', async () => {
    for (const change of ['meaning', 'wording'] as const) {
      const added = await build(change, [section]);
      const told = t('notice.staleMeaning', { sections: '«Cold water»' });
      expect(noticesOf(added).map((notice) => notice.slice(0, 2))).toEqual([['meaning', told]]);
      expect(withId(pageAt(added, PAGE), 'cold')).toMatchObject({ lang: 'en', dir: 'ltr' });
      expect(ofClass(pageAt(added, PAGE), 'part-notice').map(({ text }) => text)).toEqual([told]);
    }
  });

  it('never say that a title is in English, for it stays', async () => {
    const stale = await build('safety', [title]);
    expect(noticesOf(stale).map((notice) => notice.slice(0, 2))).toEqual([
      ['meaning', t('notice.staleMeaning', { sections: '«شرب ما يكفي من الماء»' })],
    ]);
    expect(sheetOf(stale, 'full/ar/water').text.title.text).toBe('شرب ما يكفي من الماء');
  });

  it('make a draft of a sheet that was reviewed', async () => {
    const [fresh, stale] = [await buildFixtureSite(), await buildFixtureSite(await withThreeEditions())];
    const id = 'full/ar/walking';
    expect([fresh, stale].map((site) => sheetOf(site, id).isDraft)).toEqual([false, true]);
    expect(sheetOf(stale, id).footer.end).toContain('DRAFT');
    // The doctor has read what is not in this translation.
    const reviewers = [fresh, stale].map((site) =>
      ofClass(pageAt(site, '/ar/walking/'), 'sheet__provenance').some(({ text }) => text.includes('Dr. Ada Example')),
    );
    expect(reviewers).toEqual([true, false]);
  });
});

describe('ids and links', () => {
  it('are each there once on every page, though two texts have the same', async () => {
    const mixed = await build('safety', [danger, amount, caution, summary, section, heading]);
    for (const url of [PAGE, `${PAGE}bilingual/`, '/c/WAT-1-ar/', '/ar/']) {
      const ids = elementsOf(pageAt(mixed, url)).flatMap(({ attributes: { id } }) => id ?? []);
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    }
    expect(deadLinks(mixed, ADDRESS)).toEqual([]);
    expect(mixed.problems).toEqual([]);
  });
});

describe('a bilingual page', () => {
  it('has once, over both columns, what is in English anyway', () => {
    const html = pageAt(built, `${PAGE}bilingual/`);
    expect(html.match(/You cannot keep water down/g)).toHaveLength(1);
    expect(withId(html, 'call-same-day-original')).toMatchObject({ lang: 'en', attributes: { class: 'pair__whole' } });
    expect(html.match(/ask your doctor or nurse first/g)).toHaveLength(1);
    expect(ofClass(html, 'part-notice')).toHaveLength(2);
    // All else stands in both.
    expect(html).toContain('إغماء');
    expect(html).toContain('Fainting');
  });

  it('tells of changes in both languages', () => {
    const notices = ofClass(pageAt(built, `${PAGE}bilingual/`), 'notice--safety');
    expect(notices.map(({ lang, text }) => [lang, text])).toEqual([
      ['ar', noticesOf(built)[0]?.[1]],
      ['en', noticesOf(built)[0]?.[2]],
    ]);
  });
});
