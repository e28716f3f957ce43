import { beforeAll, describe, expect, it } from 'vitest';
import { copyFixtureSite } from '../fixture-site.ts';
import { afterOf, exportOf, importInto, onDisk, poOf, translate, WRITERS, xliffOf } from './exchange-site.ts';

const WATER = 'content/handouts/water/ar.md';
const SOURCE = 'content/handouts/water/en.md';
let root: string;
beforeAll(async () => {
  root = await copyFixtureSite();
});

const whats = ({ problems }: { problems: { what: string }[] }): string[] => problems.map(({ what }) => what);

describe('an import', () => {
  it.each(Object.entries(WRITERS))('of an untouched export changes nothing (%s)', async (_, write) => {
    const files = [...(await exportOf(root)).values()];
    const result = await importInto(root, files.map(write));
    expect(result.problems).toEqual([]);
    expect(result.files.filter(({ after }) => after !== undefined)).toEqual([]);
  });

  it('writes a changed text in its place, and leaves every other byte', async () => {
    const result = await importInto(root, [translate(await xliffOf(root), 'call-now.1', 'فقدان الوعي')]);
    const before = await onDisk(root, WATER);
    expect(result.problems).toEqual([]);
    expect(afterOf(result, WATER)).toBe(before.replace('- إغماء', '- فقدان الوعي'));
  });

  it('keeps the line ends of Windows and the byte-order mark of a file', async () => {
    const windows = `\uFEFF${(await onDisk(root, WATER)).replaceAll('\n', '\r\n')}`;
    const site = await copyFixtureSite({ [WATER]: windows });
    const result = await importInto(site, [
      translate(translate(await xliffOf(site), 'call-now.1', 'فقدان الوعي'), 'summary.0', 'الماء.'),
    ]);
    expect(whats(result)).toEqual(expect.arrayContaining([expect.stringContaining('lacks the fact')]));
    const other = await importInto(site, [translate(await xliffOf(site), 'call-now.1', 'فقدان الوعي')]);
    expect(afterOf(other, WATER)).toBe(windows.replace('- إغماء', '- فقدان الوعي'));
  });

  it('takes codes in any order and words in several segments', async () => {
    const xliff = await xliffOf(root);
    const target =
      '<pc id="2">المشي</pc> يعطشكم</target></segment><ignorable><source> </source></ignorable><segment state="final"><source/><target>واشربوا <mrk id="m1" type="term"><pc id="1">كوبًا من الماء</pc></mrk> نحو 200–250 ملتر.';
    const result = await importInto(root, [translate(xliff, 'how-much.1', target)]);
    expect(result.problems).toEqual([]);
    expect(afterOf(result, WATER)).toContain(
      '\n[المشي](../walking/ar.md#start) يعطشكم واشربوا **كوبًا من الماء** نحو 200–250 ملتر.\n',
    );
  });

  it('writes strings of records and of the interface in their places', async () => {
    const files = await exportOf(root);
    const program = [...files.keys()].find((name) => name.startsWith('programs/')) ?? '';
    const result = await importInto(root, [
      translate(await xliffOf(root, program), 'texts.limits', 'لا يعالج &quot;الجفاف&quot;.'),
      translate(await xliffOf(root, 'locales/ui'), 'site.topics', 'مواضيع'),
    ]);
    expect(result.problems).toEqual([]);
    expect(afterOf(result, `content/${program}.yaml`)).toContain('limits: "لا يعالج \\"الجفاف\\"."');
    const ui = await onDisk(root, 'locales/ar/ui.json');
    expect(afterOf(result, 'locales/ar/ui.json')).toBe(ui.replace('"topics": "المواضيع"', '"topics": "مواضيع"'));
  });

  it('refuses what lost a fact, a link, bold letters or all words, and names each at once', async () => {
    let xliff = translate(await xliffOf(root), 'call-now.0', 'اتصلوا الآن');
    xliff = translate(xliff, 'how-much.1', 'اشربوا كوبًا من الماء 200–250 ملتر.');
    xliff = translate(xliff, 'questions.1', ' ');
    const result = await importInto(root, [xliff]);
    expect(whats(result)).toEqual([
      'The text "call-now.0" lacks the fact {{emergency}}.',
      'The text "how-much.1" lacks the bold mark **…**, the link […](../walking/ar.md#start).',
      'The text "questions.1" is empty, or not all of it is translated; the project has a translation.',
    ]);
    expect(result.files.some(({ after }) => after !== undefined)).toBe(false);
  });

  it('refuses a code twice, a code nobody knows, and words that would become other Markdown', async () => {
    let xliff = translate(await xliffOf(root), 'call-now.0', '<ph id="1"/> <ph id="1"/>');
    xliff = translate(xliff, 'call-now.1', 'إغماء <ph id="9"/>');
    const result = await importInto(root, [xliff]);
    expect(whats(result)).toEqual([
      'The text "call-now.0" has the fact {{emergency}} too many.',
      'The text "call-now.1" has the code 9, which the source does not have.',
    ]);
    const list = await importInto(root, [translate(await xliffOf(root), 'call-now.3', '- قولوا')]);
    expect(whats(list)).toEqual(['The text "call-now.3" cannot be written as it is: "- قولوا".']);
  });

  it('refuses a text that two files translate otherwise, and texts and files that the project does not have', async () => {
    const xliff = await xliffOf(root);
    const twice = await importInto(root, [
      translate(xliff, 'call-now.1', 'فقدان الوعي'),
      translate(xliff, 'call-now.1', 'غيبوبة'),
    ]);
    expect(whats(twice)).toEqual([expect.stringContaining('"call-now.1" is already translated otherwise in back-1')]);
    const strange = xliff
      .replace('original="content/handouts/water/en.md"', 'original="../../../etc/passwd"')
      .replaceAll(
        /<group[^]*<\/group>/g,
        '<unit id="a.0"><segment><source>A</source><target>B</target></segment></unit>',
      );
    expect(whats(await importInto(root, [strange]))).toEqual(['"../../../etc/passwd" is no file of this press.']);
    const unknown = xliff.replace('unit id="call-now.1"', 'unit id="call-now.9"');
    expect(whats(await importInto(root, [unknown]))).toEqual([
      'The text "call-now.9" is not in content/handouts/water/en.md, nor in an edition of it.',
    ]);
  });

  it('leaves what a PO file has not translated, and takes what is fuzzy as a draft', async () => {
    const po = await poOf(root);
    const result = await importInto(root, [
      po.replace('msgstr "إغماء"', 'msgstr ""').replace('msgstr "تشوّش في الذهن"', 'msgstr "ارتباك"'),
    ]);
    expect(result.problems).toEqual([]);
    const before = await onDisk(root, WATER);
    expect(afterOf(result, WATER)).toBe(before.replace('- تشوّش في الذهن', '- ارتباك'));
  });
});

describe('an import after the source has changed', () => {
  const NEWER = async (): Promise<Record<string, string>> => {
    const source = await onDisk(root, SOURCE);
    const second = source
      .replace('edition: 1', 'edition: 2')
      .replace('revisions:', 'revisions:\n  - {edition: 2, date: 2026-11-21, change: meaning, note: A sign more.}')
      .replace('- Confusion\n', '- Confusion\n- A fast heartbeat\n')
      .replace('- You cannot keep water down.', '- You cannot keep water in.');
    return {
      [SOURCE]: second,
      [SOURCE.replace('en.md', 'editions/1.md')]: source,
      [SOURCE.replace('en.md', 'editions/2.md')]: second,
    };
  };

  it('tells the translator what is new and what it was before', async () => {
    const site = await copyFixtureSite(await NEWER());
    const groups = (await exportOf(site)).get('water')?.groups ?? [];
    const passages = groups.flatMap((group) => group.passages);
    const byId = (id: string) => passages.find((passage) => passage.id === id);
    expect(byId('call-now.2')).toMatchObject({ source: 'Confusion', target: 'تشوّش في الذهن' });
    expect(byId('call-now.3')).toMatchObject({ source: 'A fast heartbeat', state: 'initial' });
    expect(byId('call-now.3')?.target).toBeUndefined();
    expect(byId('call-same-day.1')).toMatchObject({ former: 'You cannot keep water down.', state: 'initial' });
    expect(groups.map(({ id, stale }) => stale && id).filter(Boolean)).toEqual(['call-now', 'call-same-day']);
  });

  it('writes a section anew that has other passages, and records what it was made from', async () => {
    const site = await copyFixtureSite(await NEWER());
    let xliff = translate(await xliffOf(site), 'call-now.3', 'تسارع ضربات القلب');
    xliff = translate(xliff, 'call-same-day.1', 'لا يبقى الماء في بطنكم.');
    const result = await importInto(site, [xliff]);
    expect(result.problems).toEqual([]);
    expect(result.files[0]?.renewed).toEqual(['call-now', 'call-same-day']);
    const after = afterOf(result, WATER) ?? '';
    expect(after).toContain('- تشوّش في الذهن\n- تسارع ضربات القلب\n\nقولوا: «[I feel faint.](lang:en)»');
    expect(after).toContain('edition: 2\n');
    const updated = await copyFixtureSite({ ...(await NEWER()), [WATER]: after });
    const groups = (await exportOf(updated)).get('water')?.groups ?? [];
    expect(groups.filter(({ stale }) => stale !== undefined)).toEqual([]);
  });

  it('takes a translation of the older words as one of these', async () => {
    const site = await copyFixtureSite(await NEWER());
    const old = translate(await xliffOf(root), 'call-same-day.1', 'لا يبقى الماء في بطنكم.');
    const result = await importInto(site, [old]);
    expect(result.problems).toEqual([]);
    expect(result.files[0]?.renewed).toEqual([]);
    expect(afterOf(result, WATER)).toContain('- لا يبقى الماء في بطنكم.');
  });

  it('refuses a translation of older words than the project has, and of words in no edition', async () => {
    const site = await copyFixtureSite(await NEWER());
    const xliff = translate(await xliffOf(site), 'call-same-day.1', 'لا يبقى الماء في بطنكم.');
    const updated = await importInto(site, [xliff]);
    const newer = await copyFixtureSite({ ...(await NEWER()), [WATER]: afterOf(updated, WATER) ?? '' });
    const old = translate(await xliffOf(root), 'call-same-day.1', 'شيء آخر.');
    expect(whats(await importInto(newer, [old]))).toEqual([
      'The section "Call your clinic the same day" is a translation of older words than the one in content/handouts/water/ar.md.',
    ]);
    const strange = old.replace('<source>You cannot keep water down.', '<source>You cannot drink.');
    expect(whats(await importInto(newer, [strange]))).toEqual([
      'The source texts of the section "Call your clinic the same day" are in no edition of content/handouts/water/en.md that is kept.',
    ]);
  });
});

describe('a translation that begins', () => {
  const empty = { [WATER]: null, 'content/handouts/walking/ar.md': null, 'locales/ar/ui.json': null };

  it('is exported without translations, and written in the form of the source once all of it is translated', async () => {
    const site = await copyFixtureSite(empty);
    const files = [...(await exportOf(site)).values()];
    const water = files.find(({ name }) => name === 'water');
    expect(water?.groups.flatMap(({ passages }) => passages).filter(({ target }) => target !== undefined)).toEqual([]);
    // The translator of this test has the fixture's own translation at hand.
    const known = new Map([...(await exportOf(root)).values()].map((file) => [file.name, file]));
    const translated = files.map((file) => ({
      ...file,
      groups: file.groups.map((group, place) => ({
        ...group,
        passages: group.passages.map((passage, index) => {
          const target = known.get(file.name)?.groups[place]?.passages[index]?.target;
          return { ...passage, ...(target !== undefined && { target, state: 'translated' as const }) };
        }),
      })),
    }));
    const result = await importInto(site, translated.map(WRITERS.xliff));
    expect(result.problems).toEqual([]);
    expect(result.files.filter(({ after }) => after !== undefined)).toHaveLength(3);
    const made = await copyFixtureSite({
      ...empty,
      [WATER]: afterOf(result, WATER) ?? '',
      'content/handouts/walking/ar.md': afterOf(result, 'content/handouts/walking/ar.md') ?? '',
      'locales/ar/ui.json': afterOf(result, 'locales/ar/ui.json') ?? '',
    });
    expect(afterOf(result, WATER)).toContain('translation:\n  state: human-draft\n');
    const again = (await exportOf(made)).get('water');
    const targets = (of: typeof again) => of?.groups.flatMap(({ passages }) => passages.map(({ target }) => target));
    expect(targets(again)).toEqual(targets(known.get('water')));
  });

  it('is refused as long as a section is missing', async () => {
    const site = await copyFixtureSite(empty);
    const result = await importInto(site, [translate(await xliffOf(site), 'title.0', 'الماء')]);
    expect(whats(result)).toEqual([expect.stringMatching(/^7 of 8 sections are not translated \(summary, help/)]);
  });
});
