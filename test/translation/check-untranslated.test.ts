import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../../src/i18n/messages.ts';
import { formatProblem } from '../../src/problem.ts';
import {
  checkUntranslated,
  type MeantToBeSame,
  readMeantToBeSame,
  SAME_FILE,
} from '../../src/translation/check-untranslated.ts';
import { copyFixtureSite } from '../fixture-site.ts';

const ENGLISH = { clinic: { fax: 'Fax', map: 'Map' }, notice: { draft: 'DRAFT' } };

/** What is said of interface strings in Spanish. */
function check(spanish: Catalogue, meant: MeantToBeSame = {}): string {
  const catalogues = new Map<string, Catalogue>([
    ['en', ENGLISH],
    ['es', spanish],
  ]);
  return checkUntranslated(catalogues, meant, 'en').map(formatProblem).join('\n');
}

describe('interface strings', () => {
  it('are right when each has words of its own', () => {
    expect(check({ clinic: { fax: 'Fax:', map: 'Mapa' }, notice: { draft: 'BORRADOR' } })).toBe('');
  });

  it('are refused when one was copied from the source', () => {
    expect(check({ clinic: { fax: 'Telefax', map: 'Map' } })).toMatchInlineSnapshot(`
      "error locales/es/ui.json
        "clinic.map" is the same as in the source: Map
        To mend it: translate it, or, if it is meant so, list it under es in locales/same-as-source.yaml."
    `);
  });

  it('are refused in all places at once', () => {
    expect(check(ENGLISH).match(/^ {2}"[\w.]+"/gm)).toEqual(['  "clinic.fax"', '  "clinic.map"', '  "notice.draft"']);
  });

  it('may be as in the source where that is listed, and only there', () => {
    expect(check({ clinic: { fax: 'Fax', map: 'Mapa' } }, { es: ['clinic.fax'] })).toBe('');
    expect(check({ clinic: { fax: 'Fax', map: 'Mapa' } }, { ar: ['clinic.fax'] })).toContain(
      '"clinic.fax" is the same',
    );
  });

  it('may be the words of another key', () => expect(check({ clinic: { map: 'Fax' } })).toBe(''));

  it('are no longer listed once they are translated', () => {
    expect(check({ clinic: { fax: 'Telefax' } }, { es: ['clinic.fax'] })).toMatchInlineSnapshot(`
      "error locales/same-as-source.yaml
        "clinic.fax" is listed for es, but it is not the same as in the source.
        To mend it: take it off the list."
    `);
  });

  it('are not listed under a name that none of them has', () => {
    expect(check({ clinic: { fax: 'Telefax' } }, { es: ['clinic.fox'] })).toContain('"clinic.fox" is listed for es');
  });

  it.each(['ex', 'en'])('are not listed for %s, which is no language they could be the same in', (tag) => {
    expect(check({ clinic: { fax: 'Telefax' } }, { [tag]: ['clinic.fax'] })).toBe(
      `error locales/same-as-source.yaml\n  "${tag}" is not a language that strings are translated into.\n  To mend it: use one of: es.`,
    );
  });
});

describe('the list of strings that are meant to be the same', () => {
  const read = async (yaml: string) => readMeantToBeSame(await copyFixtureSite({ [SAME_FILE]: yaml }));

  it('is read by language', async () => {
    expect(await read('ar: [clinic.fax, clinic.map]\n')).toMatchObject({
      value: { ar: ['clinic.fax', 'clinic.map'] },
      problems: [],
    });
  });

  it('may be missing, or have no entry yet', async () => {
    expect(await readMeantToBeSame(await copyFixtureSite())).toEqual({ problems: [] });
    expect(await read('# none yet\n')).toMatchObject({ value: {}, problems: [] });
  });

  it.each(['ar: clinic.fax\n', 'ar: [""]\n', 'ar:\n  clinic: [fax]\n'])(
    'is refused in another form: %j',
    async (yaml) => {
      const { value, problems } = await read(yaml);
      expect(value).toBeUndefined();
      expect(problems.map(formatProblem).join('\n')).toMatch(
        /^error locales\/same-as-source\.yaml:\d\n.*The value of "ar(\.0)?" is not right/,
      );
    },
  );
});
