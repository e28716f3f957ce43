import { beforeAll, describe, expect, it } from 'vitest';
import { buildLanguages, type LanguagesContext, type LanguagesPage } from '../../src/html/build-languages.ts';
import type { HandoutText } from '../../src/handout/handout.ts';
import { type BuiltSite, buildFixtureSite, EVERYTHING, pageAt } from './build-fixture-site.ts';
import { withLanguages } from './more-languages.ts';
import { elementsOf, type PageElement } from './page-elements.ts';

const WANTED = `- name: Iu Mienh
  english: Iu Mien
  tag: ium
  why: A translator is needed.
`;

let built: BuiltSite;
beforeAll(async () => {
  built = await buildFixtureSite({
    ...(await withLanguages('zh-Hant', 'fa')),
    'locales/wanted.yaml': WANTED,
    'locales/fa/review.yaml': 'state: human-draft\n',
  });
});

const elementsAt = (url: string): PageElement[] => elementsOf(pageAt(built, url));
const ofClass = (url: string, name: string): PageElement[] =>
  elementsAt(url).filter(({ attributes }) => attributes.class === name);

type State = 'machine-draft' | 'human-draft' | 'reviewed';
const TRANSLATIONS = {
  'machine-draft': { state: 'machine-draft' },
  'human-draft': { state: 'human-draft' },
  reviewed: { state: 'reviewed', name: 'Layla Example', qualification: 'interpreter', date: '2026-11-22', edition: 2 },
} as const;

/** The words around the handouts in Arabic: as far as the handouts, or as is said. */
type Words = LanguagesContext['words'];
function arabicWords(state: 'machine-draft' | 'human-draft' | 'reviewed' | 'expired'): Words {
  if (state === 'machine-draft') return new Map([['ar', { state: 'machineDraft', record: { state } }]]);
  if (state === 'human-draft') return new Map([['ar', { state: 'humanDraft', record: { state } }]]);
  return new Map([['ar', { state, record: TRANSLATIONS.reviewed }]]);
}

/** The languages page of a press whose Arabic handouts have come as far as is said, one after the other. */
function pageWith(states: readonly State[], words = arabicWords('reviewed')): LanguagesPage {
  const handouts = built.content.handouts.map((handout, index) => {
    const texts = handout.texts.filter(({ locale }) => locale === 'en' || locale === 'ar');
    const state = states[index] ?? 'reviewed';
    const stateOf = ({ units }: HandoutText) =>
      state === 'reviewed'
        ? { ...TRANSLATIONS.reviewed, texts: Object.fromEntries([...units.values()].map(({ id, hash }) => [id, hash])) }
        : TRANSLATIONS[state];
    return {
      ...handout,
      texts: texts.map((text) => (text.locale === 'ar' ? { ...text, translation: stateOf(text) } : text)),
    };
  });
  return buildLanguages({ handouts, tools: built.content.tools, wanted: [], sourceLocale: 'en', words });
}
const stateWith = (...states: State[]) => pageWith(states).rows.find(({ language }) => language.tag === 'ar')?.state;

describe('the languages page', () => {
  const rows = (): string[][] =>
    elementsAt('/languages/')
      .filter(({ name }) => name === 'th' || name === 'td')
      .reduce<string[][]>((found, { attributes, text }) => {
        if (attributes.scope === 'col') return found;
        if (attributes.scope === 'row') return [...found, [text]];
        return [...found.slice(0, -1), [...(found.at(-1) ?? []), text]];
      }, []);

  it('has a row a language: its names, how many handouts it has, and how far they have come', () => {
    expect(rows()).toEqual([
      ['English', '2 of 2', 'Original'],
      ['العربيةArabic', '2 of 2', 'Draft made by a computer'],
      ['繁體中文Traditional Chinese', '1 of 2', 'Draft made by a computer'],
      ['فارسیFarsi', '1 of 2', 'Draft made by a person'],
    ]);
  });

  it('leads from each row to the start page of the language, marked as that language', () => {
    const links = elementsAt('/languages/').filter(({ attributes }) => attributes.hreflang !== undefined);
    expect(links.map(({ attributes: { href, lang, dir } }) => [href, lang, dir])).toEqual([
      ['../en/', 'en', 'ltr'],
      ['../ar/', 'ar', 'rtl'],
      ['../zh-Hant/', 'zh-Hant', 'ltr'],
      ['../fa/', 'fa', 'rtl'],
    ]);
  });

  it('lists the languages that are still wanted, and why', () => {
    const [wanted] = elementsAt('/languages/').filter(({ name }) => name === 'li');
    expect(wanted?.text).toBe('Iu Mienh (Iu Mien): A translator is needed.');
    const [name] = elementsAt('/languages/').filter(({ attributes }) => attributes.id === 'wanted-ium');
    expect(name).toMatchObject({ lang: 'ium', text: 'Iu Mienh' });
  });

  it('speaks of no wanted languages where there are none', async () => {
    const without = pageAt(await buildFixtureSite(), '/languages/');
    expect(without).not.toContain(built.content.tools.get('en')?.t('languages.wanted'));
    expect(pageAt(built, '/languages/')).toContain(built.content.tools.get('en')?.t('languages.wanted'));
  });

  it('leads staff to what clinics can print, and to packs where there are some', async () => {
    const links = (page: string) => elementsOf(page).flatMap(({ attributes: { href } }) => href ?? []);
    const without = links(pageAt(built, '/languages/'));
    expect(without).toEqual(expect.arrayContaining(['../yours/', '../print-shop/']));
    expect(without.join()).not.toContain('packs');
    const withPacks = links(pageAt(await buildFixtureSite({}, EVERYTHING), '/languages/'));
    expect(withPacks).toContain('../print/full/packs/all-languages/');
  });

  it('is linked to from the first page, and itself leads to the cards and back', () => {
    const linksAt = (url: string) => elementsAt(url).flatMap(({ attributes: { href } }) => href ?? []);
    expect(linksAt('/')).toContain('languages/');
    expect(linksAt('/languages/')).toEqual(expect.arrayContaining(['cards/', '../']));
  });
});

describe('how far a language has come', () => {
  it.each([
    ['machineDraft', ['machine-draft', 'reviewed']],
    ['machineDraft', ['reviewed', 'machine-draft']],
    ['machineDraft', ['human-draft', 'machine-draft']],
    ['humanDraft', ['human-draft', 'reviewed']],
    ['humanDraft', ['reviewed', 'human-draft']],
    ['reviewed', ['reviewed', 'reviewed']],
  ] as const)('is %s for handouts that are %j: as far as the least finished', (state, states) => {
    expect(stateWith(...states)).toBe(state);
  });

  it('is no further than the words around the handouts', () => {
    const stateOf = (words: Words) => pageWith([], words).rows.find(({ language }) => language.tag === 'ar')?.state;
    expect(stateOf(arabicWords('machine-draft'))).toBe('machineDraft');
    expect(stateOf(arabicWords('expired'))).toBe('expired');
  });

  it('is original for the language the handouts are written in', () => {
    expect(pageWith([]).rows.find(({ language }) => language.tag === 'en')?.state).toBe('original');
  });

  it('is not told of a language without a handout, though it has interface strings', () => {
    const handouts = built.content.handouts.map((handout) => ({ ...handout, texts: [handout.source] }));
    const page = buildLanguages({
      handouts,
      tools: built.content.tools,
      wanted: [],
      sourceLocale: 'en',
      words: new Map(),
    });
    expect(page.rows.map(({ language }) => language.tag)).toEqual(['en']);
    expect(page.cards.cards.map(({ language }) => language.tag)).toEqual(['en']);
  });
});

describe('the cards to point at', () => {
  it('are one a language, each in its language and in English', () => {
    const say = ofClass('/languages/cards/', 'card__speak').map(({ text, lang, dir }) => [lang, dir, text]);
    expect(say).toEqual(
      ['en', 'ar', 'zh-Hant', 'fa'].map((tag) => {
        const tools = built.content.tools.get(tag);
        return [tag, tools?.language.dir, tools?.t('cards.iSpeak')];
      }),
    );
    expect(ofClass('/languages/cards/', 'card__english').map(({ text }) => text)).toEqual([
      ...['English', 'Arabic', 'Traditional Chinese', 'Farsi'],
    ]);
  });

  it('lead to their PDF', () => {
    const [button] = ofClass('/languages/cards/', 'button');
    expect(button?.attributes.href).toBe('../../print/i-speak-cards.pdf');
    expect(built.site.cards.pdf).toBe('print/i-speak-cards.pdf');
  });

  it('carry the date of the newest handout', () => {
    expect(built.site.cards.date).toBe('2026-11-21');
    expect(pageWith([]).cards.date).toBe('2026-11-21');
  });

  it('say that they are a draft while the words of any language are one, and only then', async () => {
    const noticeWith = (state: Parameters<typeof arabicWords>[0]) => pageWith([], arabicWords(state)).cards.notice;
    expect(noticeWith('reviewed')).toBeUndefined();
    expect(noticeWith('human-draft')).toBe('humanDraft');
    expect(noticeWith('expired')).toBe('humanDraft');
    expect(noticeWith('machine-draft')).toBe('machineTranslation');
    expect(ofClass('/languages/cards/', 'notice')[0]?.text).toMatch(/^DRAFT /);
    const english = await buildFixtureSite({
      'content/handouts/water/ar.md': null,
      'content/handouts/walking/ar.md': null,
    });
    expect(pageAt(english, '/languages/cards/')).not.toContain('class="notice"');
  });

  // templates/cards.njk and src/pdf/print-other-items.ts say so of every draft.
  it('do not say that a computer translated what a person translated', async () => {
    const byPerson = await buildFixtureSite({ 'locales/ar/review.yaml': 'state: human-draft\n' });
    expect(pageAt(byPerson, '/languages/cards/')).not.toContain('A computer made this translation.');
  });
});

describe('the fonts of the pages that name all languages', () => {
  /** Families that are loaded, and not only looked for on the device. */
  const filesOf = (set: string): string[] => {
    const css = new TextDecoder().decode(built.site.assets.get(`assets/fonts/${set}.css`));
    const loaded = (css.match(/@font-face\{[^}]*\}/g) ?? []).filter((face) => face.includes('url('));
    return [...new Set(loaded.map((face) => /font-family:"([^"]+)"/.exec(face)?.[1] ?? ''))].sort();
  };

  it('are those of all languages', () => {
    expect(filesOf('all')).toEqual(['Noto Sans', 'Noto Sans Arabic', 'Noto Sans TC']);
    for (const url of ['/', '/404.html', '/languages/', '/languages/cards/']) {
      expect(pageAt(built, url)).toContain('assets/fonts/all.css');
    }
  });

  it('are not loaded for the names of other languages at the foot of a handout', () => {
    expect(pageAt(built, '/en/walking/')).toContain('繁體中文');
    expect(filesOf('en')).toEqual(['Noto Sans']);
    expect(filesOf('fa')).toEqual(['Noto Sans', 'Noto Sans Arabic']);
  });
});
