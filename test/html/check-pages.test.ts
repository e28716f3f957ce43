import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defaultTreeAdapter as tree, type DefaultTreeAdapterTypes, parse, serialize } from 'parse5';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkPages, readSheetText } from '../../src/html/check-pages.ts';
import type { FormName } from '../../src/forms.ts';
import { FAULT_OF_THE_PRESS } from '../../src/html/compare-texts.ts';
import { error, formatProblem, type Problem } from '../../src/problem.ts';
import { copyFixtureSite, fixtureSettings, PROJECT } from '../fixture-site.ts';
import {
  type BuiltSite,
  buildFixtureSite,
  buildWholeSite,
  EVERYTHING,
  fileOf,
  pageAt,
  sheetOf,
} from './build-fixture-site.ts';
import { textOf } from './page-elements.ts';

let built: BuiltSite;
beforeAll(async () => {
  built = await buildFixtureSite({}, { ...EVERYTHING, today: '2030-01-01' });
});

/** What the check says of a sheet whose page, or that of a form, came out otherwise than the templates make it. */
function problemsOn(id: string, change: (html: string) => string, form: FormName = 'standard'): Problem[] {
  const sheet = sheetOf(built, id);
  const { url } = fileOf(sheet, form);
  const pages = built.site.pages.map((page) => (page.url === url ? { ...page, content: change(page.content) } : page));
  return checkPages([sheet], pages, built.content.tools);
}

/** Changes a passage of a page. */
const without = (passage: string | RegExp, instead = '') => {
  return (html: string): string => {
    const changed = html.replace(passage, instead);
    if (changed === html) throw new Error(`The page does not hold ${passage}.`);
    return changed;
  };
};

type Element = DefaultTreeAdapterTypes.Element;

/** Every element of a page that holds a line of its sheet, but for those that stand for no text of the content. */
function linesOf(document: DefaultTreeAdapterTypes.Node): Element[] {
  const lines: Element[] = [];
  const visit = (node: DefaultTreeAdapterTypes.Node, isSheet: boolean): void => {
    if (!('childNodes' in node)) return;
    const classes = 'attrs' in node ? (node.attrs.find(({ name }) => name === 'class')?.value ?? '') : '';
    if (['sheet__print', 'sheet__forms', 'acts', 'summary__heading'].includes(classes)) return;
    if (isSheet && /^(p|li|h[1-6]|th|td|figcaption)$/.test(node.nodeName)) lines.push(node as Element);
    for (const child of node.childNodes) visit(child, isSheet || node.nodeName === 'main');
  };
  visit(document, false);
  return lines;
}

describe('the check of the pages', () => {
  it('finds nothing wrong with what the templates make', () => {
    expect(checkPages(built.sheets, built.site.pages, built.content.tools)).toEqual([]);
    expect(built.problems).toEqual([]);
  });

  it.each(['full/en/water', 'full/ar/water', 'bare/ar/water', 'full/en/walking'])(
    'notices any line that a template of %s drops',
    (id) => {
      const html = pageAt(built, sheetOf(built, id).url);
      const total = linesOf(parse(html)).length;
      expect(total).toBeGreaterThan(10);
      const unnoticed = Array.from({ length: total }, (_, index) => index).filter((index) => {
        const document = parse(html);
        tree.detachNode(linesOf(document)[index] as Element);
        return problemsOn(id, () => serialize(document)).length === 0;
      });
      expect(unnoticed.map((index) => textOf(linesOf(parse(html))[index] as Element))).toEqual([]);
    },
  );

  it.each(['full/ar/water', 'bare/ar/walking'])(
    'notices any line that a template of two languages drops, in either: %s',
    (id) => {
      const html = pageAt(built, fileOf(sheetOf(built, id), 'bilingual').url);
      const total = linesOf(parse(html)).length;
      expect(total).toBeGreaterThan(20);
      const unnoticed = Array.from({ length: total }, (_, index) => index).filter((index) => {
        const document = parse(html);
        tree.detachNode(linesOf(document)[index] as Element);
        return problemsOn(id, () => serialize(document), 'bilingual').length === 0;
      });
      expect(unnoticed.map((index) => textOf(linesOf(parse(html))[index] as Element))).toEqual([]);
    },
  );

  it('notices two languages that have changed places', () => {
    const item = '<li>Put on good shoes.</li>';
    const change = (html: string) => without('<li>البسوا', `${item}<li>البسوا`)(without(item)(html));
    const problems = problemsOn('full/ar/walking', change, 'bilingual');
    expect(problems.map(({ what }) => what)).toEqual([
      'This text stands in another place on ar/walking/bilingual/index.html: "Put on good shoes."',
    ]);
    expect(problems[0]?.where).toEqual({ file: 'content/handouts/walking/en.md', line: expect.any(Number) as number });
  });

  it('reads a page once, though several forms are printed from it', () => {
    const problems = problemsOn('full/en/water', without('<li>You cannot keep water down.</li>'));
    expect(problems).toHaveLength(1);
  });

  it('names the author’s file and line of what is missing, and says that it is no fault of the author', () => {
    const problems = problemsOn('full/en/water', without('<li>You cannot keep water down.</li>'));
    expect(problems).toEqual([
      {
        level: 'error',
        where: { file: 'content/handouts/water/en.md', line: 30 },
        what: 'This text is missing from en/water/index.html: "You cannot keep water down."',
        fix: FAULT_OF_THE_PRESS,
      },
    ]);
  });

  it('names the clinic’s file where the panel lacks something', () => {
    const problems = problemsOn('full/en/water', without(/<bdi[^>]*>Sam Sample, RN<\/bdi>/));
    expect(problems).toMatchObject([{ where: { file: 'content/clinics/full.yaml' } }]);
    expect(problems[0]?.what).toContain('"Sam Sample, RN"');
  });

  it('notices a text that stands in another place', () => {
    const item = '<li>You cannot keep water down.</li>';
    const problems = problemsOn('full/en/water', (html) =>
      without('<li>Fainting</li>', `${item}<li>Fainting</li>`)(without(item)(html)),
    );
    expect(problems.map(({ what }) => what)).toEqual([
      'This text stands in another place on en/water/index.html: "You cannot keep water down."',
    ]);
  });

  it('notices a number that is in no text', () => {
    const problems = problemsOn('full/en/water', without('</main>', '<p>Call 1-800-555-0000</p></main>'));
    expect(problems).toMatchObject([{ where: { file: 'en/water/index.html' }, fix: FAULT_OF_THE_PRESS }]);
    expect(problems[0]?.what).toContain('1-800-555-0000');
  });

  it('is part of making the site: a template that forgets the parts of a section stops the build', async () => {
    const root = await copyFixtureSite();
    const templates = join(root, 'templates');
    await cp(join(PROJECT, 'templates'), templates, { recursive: true });
    const partial = join(templates, 'partials/danger.njk');
    await writeFile(partial, without('{{ part.html | safe }}')(await readFile(partial, 'utf8')));
    const { problems } = await buildWholeSite(await fixtureSettings(root, { templates }));
    const [first] = problems.filter(({ where }) => where.file === 'content/handouts/water/en.md');
    expect(formatProblem(first ?? error('nothing', '', ''))).toBe(
      [
        'error content/handouts/water/en.md:23',
        '  This text is missing from clinics/bare/en/water/index.html: "Fainting"',
        `  To mend it: ${FAULT_OF_THE_PRESS}`,
      ].join('\n'),
    );
  });

  // expectedTexts (src/html/expected-text.ts) does not ask for the word before the notices, in neither language.
  it('notices that a draft has lost the word DRAFT', () => {
    expect(problemsOn('full/en/water', without('<strong>DRAFT</strong>'))).not.toEqual([]);
  });

  // It does not ask either for the line by which staff know a sheet that has nothing to warn of.
  it('notices that a sheet has lost its English name', () => {
    expect(problemsOn('full/ar/walking', without('Arabic – Walking every day.'))).not.toEqual([]);
  });

  it('stops where a sheet has no page at all', () => {
    expect(() => checkPages(built.sheets, [], built.content.tools)).toThrow(
      `No page was rendered for ${built.sheets[0]?.url}.`,
    );
  });
});

describe('the words of a page’s sheet', () => {
  it('are those a reader sees between the ends of its main part', () => {
    const html = '<title>no</title><nav>no</nav><main><h1>One</h1><p>two <b>three</b></p></main><p>no</p>';
    expect(readSheetText(html).trim().split(/\s+/)).toEqual(['One', 'two', 'three']);
  });

  it('are not those that are only for the screen', () => {
    for (const name of ['sheet__print', 'sheet__forms', 'sheet__forms open', 'acts']) {
      expect(readSheetText(`<main>a<p class="${name}">no <b>no</b></p>b</main>`).trim()).toBe('ab');
    }
  });

  it('keep two cells two words', () => {
    expect(readSheetText('<main><table><tr><td>1</td><td>2</td></tr></table></main>')).toMatch(/1\s+2/);
  });
});
