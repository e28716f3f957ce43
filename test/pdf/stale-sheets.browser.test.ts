import { beforeAll, describe, expect, it } from 'vitest';
import { comparable } from '../../src/html/compare-texts.ts';
import { formatProblem, sortProblems } from '../../src/problem.ts';
import type { PrintedSheet } from '../../src/pdf/printed-file.ts';
import { type BuiltSite, buildFixtureSite, EVERYTHING, sheetOf } from '../html/build-fixture-site.ts';
import { EDITS, staleWater } from '../html/stale-water.ts';
import { textByPdfjs } from '../stamp/other-readers.ts';
import { inspectForm } from './inspect-form.ts';
import type { Box } from './outline.ts';
import { readPdfStructure } from './pdf-structure.ts';
import { printBuilt } from './print-built-site.ts';

const { danger, amount, caution, summary, section } = EDITS;
/** What the Arabic says where the English changed for safety. */
const OLD = 'لا يبقى الماء في معدتكم.';
const NEW = ['You cannot keep water down for 4 hours.', 'ask your doctor or nurse first.', 'Cold water is as good.'];

let built: BuiltSite;
let printed: PrintedSheet[];
beforeAll(async () => {
  const sections = { 'call-same-day': 'safety', 'ask-first': 'safety', summary: 'safety' } as const;
  built = await buildFixtureSite(
    await staleWater('meaning', [danger, amount, caution, summary, section], { sections }),
    EVERYTHING,
  );
  const { value, problems } = await printBuilt(built, { ids: ['full/ar/water'], workers: 1 });
  expect(problems.map(formatProblem)).toEqual([]);
  printed = value;
}, 300_000);

describe('a printed sheet of which parts are too old', () => {
  it('is there in every form', () => {
    expect(printed.map(({ form }) => form.name)).toEqual(EVERYTHING.forms);
  });

  it('has the English of today and not the old translation, as other programs read it', async () => {
    for (const { bytes, form } of printed) {
      const words = comparable((await textByPdfjs(bytes)).join(' '));
      for (const text of NEW) expect(words, form.name).toContain(comparable(text));
      expect(words, form.name).not.toContain(comparable(OLD));
      expect(words, form.name).not.toContain([...comparable(OLD)].reverse().join(''));
    }
  });

  it('says so in Arabic before each, and each in its own language, to a screen reader', async () => {
    const { notices, text } = sheetOf(built, 'full/ar/water');
    for (const { bytes, form } of printed) {
      const runs = runsOf(await readPdfStructure(bytes, (lang) => lang === 'ar'));
      const all = comparable(runs.map(({ words }) => words).join(''));
      for (const { text: notice } of notices) expect(all, form.name).toContain(comparable(notice));
      const told = comparable(text.summary.notice?.text ?? '');
      expect(all.split(told), form.name).toHaveLength(4);
      for (const english of NEW) {
        const run = runs.find(({ words }) => comparable(words).includes(comparable(english)));
        expect(run?.lang, `${form.name}: ${english}`).toBe('en');
      }
      expect(runs.find(({ words }) => comparable(words).includes(told))?.lang, form.name).toBe('ar');
    }
  });

  it('leaves no heading behind, and nothing in the margins', async () => {
    for (const one of printed) {
      const { headingsLeftBehind, inMargin } = await inspectForm(one);
      expect([one.form.name, headingsLeftBehind, inMargin]).toEqual([one.form.name, [], []]);
    }
  });
});

describe('a sheet that has no room for what it tells of changes', () => {
  it('takes more pages in letters as large, and its author is told', async () => {
    const filling = Array.from({ length: 130 }, () => 'Drink a little more water than you think you need.').join(' ');
    const changes = await staleWater('safety', [
      danger,
      ['## Ask first {', `## More {#more}\n\n${filling}\n\n## Ask first {`],
    ]);
    const overlong = await buildFixtureSite(changes, { forms: ['standard'] });
    const { value, problems } = await printBuilt(overlong, { ids: ['full/ar/water'], workers: 1 });
    expect(sortProblems(problems).map(formatProblem)).toEqual([
      `warning content/handouts/water/ar.md
  With what it tells of changes, this handout does not fit on two pages: it has 4.
  To mend it: translate what has changed; until then, staple its pages.`,
    ]);
    expect(value.map(({ pages, points }) => [pages, points])).toEqual([[4, 12]]);
  }, 200_000);
});

interface Run {
  words: string;
  lang: string;
}

/** All words of a structure with their language, in reading order. */
function runsOf(box: Box): Run[] {
  return box.parts.flatMap((part): Run[] => ('words' in part ? [part] : runsOf(part)));
}
