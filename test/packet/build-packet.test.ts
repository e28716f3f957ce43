import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { allSections } from '../../src/handout/handout.ts';
import { readStringNotes } from '../../src/i18n/messages.ts';
import { toolsFor } from '../../src/i18n/language-tools.ts';
import { buildPacket } from '../../src/packet/build-packet.ts';
import { buildWordsPacket } from '../../src/packet/build-words-packet.ts';
import { compareWords } from '../../src/packet/compare-words.ts';
import { findFigures } from '../../src/packet/find-figures.ts';
import { findTerms } from '../../src/packet/find-terms.ts';
import type { Packet, PacketSection } from '../../src/packet/packet.ts';
import { type Content, readContent } from '../../src/read-content.ts';
import { copyFixtureSite, fixtureSettings } from '../fixture-site.ts';
import { everyState } from '../status/every-state.ts';

const GLOSSARY = `terms:
  tea:
    source: [tea]
    translations: { ar: { use: شاي, forms: [الشاي] } }
  diuretics:
    source: [diuretic]
    translations: { ar: { use: مدرات البول } }
`;

let root: string;
let content: Content;
beforeAll(async () => {
  root = await copyFixtureSite({ ...(await everyState()), 'content/glossary.yaml': GLOSSARY });
  content = await readContent(await fixtureSettings(root));
});

const tools = () => ({ own: toolsFor(content.tools, 'ar'), source: toolsFor(content.tools, 'en') });
function packetOf(id: string, backTranslation?: ReadonlyMap<string, string>): Packet {
  const handout = content.handouts.find((one) => one.id === id);
  const text = handout?.texts.find(({ locale }) => locale === 'ar');
  if (!handout || !text) throw new Error(`There is no Arabic ${id}.`);
  return buildPacket(handout, text, { ...content, tools: tools() }, backTranslation);
}
function sectionOf(packet: Packet, id: string): PacketSection {
  const section = packet.sections.find((one) => one.id === id);
  if (!section) throw new Error(`The packet has no ${id}.`);
  return section;
}

describe('the packet of a handout', () => {
  it('has every block of both languages once and in order, beside each other and numbered through', () => {
    for (const id of ['water', 'walking']) {
      const { sections } = packetOf(id);
      const rows = sections.flatMap((section) => section.rows);
      const handout = content.handouts.find((one) => one.id === id);
      const blocksOf = (locale: string) => {
        const text = handout?.texts.find((one) => one.locale === locale);
        const blocks = allSections(text?.sections ?? []).flatMap((section) =>
          section.blocks.map((block) => block.text),
        );
        return [text?.title.text, text?.summary.text, ...blocks].filter((words) => words !== '');
      };
      expect(rows.flatMap(({ source }) => source?.text ?? [])).toEqual(blocksOf('en'));
      expect(rows.flatMap(({ translation }) => translation?.text ?? [])).toEqual(blocksOf('ar'));
      expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 1));
    }
  });

  it('says of each section what a reviewer must know before reading it', () => {
    const water = packetOf('water');
    expect(sectionOf(water, 'ask-first').marks).toEqual([]);
    expect(sectionOf(water, 'call-now').marks).toEqual([
      'OUT OF DATE. The English changed for safety, and the sheet shows the English here. The translation is that of edition 1.',
    ]);
    expect(sectionOf(water, 'hot').marks).toEqual([
      'NOT TRANSLATED. The sheet shows the English. Please write the translation.',
    ]);
    expect(sectionOf(packetOf('walking'), 'safe').marks).toEqual([
      'CHANGED. The words of the translation changed after the last review.',
    ]);
  });

  it('shows what changed in the English since the section was translated', () => {
    const { change } = sectionOf(packetOf('water'), 'questions');
    expect(change?.since).toBe(1);
    expect(change?.runs.filter(({ kind }) => kind !== 'same')).toEqual([{ kind: 'added', text: 'just ' }]);
    expect(change?.notes).toEqual(['Edition 2: Chest pain is a danger sign.']);
    expect(sectionOf(packetOf('water'), 'ask-first').change).toBeUndefined();
  });

  it('tells the agreed words, the figures, the doubts of the translator and how hard it is to read', () => {
    const water = packetOf('water');
    expect(sectionOf(water, 'ask-first').terms).toEqual([{ term: 'diuretic', agreed: ['مدرات البول'], isFound: true }]);
    expect(sectionOf(water, 'call-now').figures).toEqual({ source: ['911'], translation: ['911'], isSame: true });
    expect(water.doubts).toEqual(['diuretics: the English word is kept in brackets.']);
    expect(water.readability.map(({ language }) => language)).toEqual(['English', 'Arabic']);
    expect(water.readability.flatMap(({ lines }) => lines).join(' ')).not.toContain('.md');
    expect(water.code).toBe('WAT-1-ar');
  });

  it('has a back-translation beside the sections it is of', () => {
    const water = packetOf('water', new Map([['hot', 'Drink more.']]));
    expect(sectionOf(water, 'hot').backTranslation).toBe('Drink more.');
    expect(sectionOf(water, 'help').backTranslation).toBeUndefined();
  });
});

describe('the packet of the words around the handouts', () => {
  it('has each string that readers meet and each text of a program, with what it is for', async () => {
    const notes = (await readStringNotes(root)).value ?? {};
    const packet = buildWordsPacket({
      ...content,
      tools: tools(),
      notes,
      review: content.words.get('ar'),
      date: '2026-11-20',
    });
    const rows = packet.sections.flatMap((section) => section.rows);
    const print = rows.find(({ label }) => label === 'handout.print');
    expect(print?.note).toBe('Button-like link to the PDF file.');
    expect(print?.source?.text).toBe(tools().source.t('handout.print'));
    expect(print?.translation?.text).toBe(tools().own.t('handout.print'));
    expect(rows.filter(({ label }) => label?.startsWith('staff.'))).toEqual([]);
    expect(packet.sections.at(-1)?.heading).toBe('Texts of clinics and programs');
    expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 1));
  });
});

describe('what changed between two texts', () => {
  it('gives back both of them, whatever they are', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 12 }), fc.lorem({ maxCount: 12 }), (before, after) => {
        const runs = compareWords(before, after, 'en');
        const without = (kind: string) =>
          runs
            .filter((run) => run.kind !== kind)
            .map(({ text }) => text)
            .join('');
        const plain = (text: string) => text.replaceAll(/\s+/g, '');
        expect([plain(without('added')), plain(without('removed'))]).toEqual([plain(before), plain(after)]);
      }),
    );
  });
});

describe('figures and terms', () => {
  const none = { references: [], facts: new Map() };

  it('are compared in any digits, and a lost or another number is told', () => {
    const of = (source: string, own: string) => findFigures({ own: source, ...none }, { own, ...none }, 'ar');
    expect(of('Take 25 pills.', 'تناولوا ٢٥ حبة.')).toEqual({ source: ['25'], translation: ['25'], isSame: true });
    expect(of('Take 25 pills.', 'تناولوا ٢٦ حبة.')?.isSame).toBe(false);
    expect(of('Take 25 pills.', 'تناولوا الحبة.')?.isSame).toBe(false);
    expect(of('Take it.', 'تناولوا.')).toBeUndefined();
  });

  it('are told when the agreed word is not found', () => {
    expect(findTerms('Drink tea.', 'ماء', 'ar', content.glossary)).toEqual([
      { term: 'tea', agreed: ['شاي', 'الشاي'], isFound: false },
    ]);
    expect(findTerms('Drink water.', 'ماء', 'ar', content.glossary)).toEqual([]);
  });
});
