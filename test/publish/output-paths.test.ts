import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OutputPaths } from '../../src/publish/output-paths.ts';

/** Gives paths to an output one after the other, on a disk that tells capitals from small letters. */
function give(...given: string[]): { made: string[]; refused: string[] } {
  const files = new Set<string>();
  const made: string[] = [];
  const paths = new OutputPaths({
    exists: (path) => files.has(path) || made.includes(path),
    makeFolder: (path) => made.push(path),
  });
  const refused = given.flatMap((path) => {
    try {
      paths.makeRoomFor(path);
      files.add(path);
      return [];
    } catch (failure) {
      return [(failure as Error).message];
    }
  });
  return { made, refused };
}

describe('the folders of an output', () => {
  it('are made once each, the outer before the inner', () => {
    const { made } = give('index.html', 'print/full/es/a.pdf', 'print/full/es/b.pdf', 'print/full/ar/a.pdf');
    expect(made).toEqual(['print', 'print/full', 'print/full/es', 'print/full/ar']);
  });

  it('may have capitals, as languages do', () => {
    expect(give('zh-Hant/a.html', 'zh-Hant/b.html', 'zh-Hans/a.html')).toEqual({
      made: ['zh-Hant', 'zh-Hans'],
      refused: [],
    });
  });
});

describe('a path of an output', () => {
  it.each(['../a', 'a/../../b', 'a/../b', '/a', 'a//b', './a', 'a/', '', '.', 'C:/a', 'c:a', 'a\\..\\b', 'a\0b'])(
    'is refused as %j, which is no plain path below the output',
    (path) => {
      expect(give(path)).toEqual({ made: [], refused: [`${path} leads out of the output folder`] });
    },
  );

  it.each([
    ['of files, the first in capitals', 'en/A.html', 'en/a.html', 'en/a.html and en/A.html'],
    ['of files, the second in capitals', 'en/a.html', 'en/A.html', 'en/A.html and en/a.html'],
    ['of files, both with capitals', 'en/aB.html', 'en/Ab.html', 'en/Ab.html and en/aB.html'],
    ['of folders', 'zh-Hant/a.html', 'zh-hant/b.html', 'zh-hant and zh-Hant'],
    ['of a folder and a file in it', 'en/b', 'EN/b/c', 'EN and en'],
    ['of a file and a folder', 'en/b', 'en/B/c', 'en/B and en/b'],
    ['of a file in capitals and a folder', 'en/B', 'en/b/c', 'en/b and en/B'],
    ['of a folder and a file in capitals', 'en/b/c', 'en/B', 'en/B and en/b'],
    ['of an accent in one sign and in two', 'caf\u00e9.pdf', 'cafe\u0301.pdf', 'cafe\u0301.pdf and caf\u00e9.pdf'],
  ])('is refused when only capitals tell it from another: %s', (_case, first, second, both) => {
    expect(give(first, second).refused).toEqual([`${both} are one name on many disks`]);
  });

  it.each([
    ['a folder is there', 'en/a/b.html', 'en/a', 'en/a'],
    ['a file is there', 'en/a', 'en/a/b.html', 'en/a'],
    ['it has capitals and is there', 'en/A', 'en/A', 'en/A'],
  ])('is refused when %s already', (_case, first, second, twice) => {
    expect(give(first, second).refused).toEqual([`${twice} is there twice`]);
  });

  it('is refused exactly when a disk without capitals would lose a file', () => {
    // Few letters and short names, so that many clash.
    const name = fc.stringMatching(/^[aAbB]{1,2}$/);
    const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => names.join('/'));
    fc.assert(
      fc.property(fc.uniqueArray(path, { maxLength: 8 }), (given) => {
        const { refused } = give(...given);
        expect(refused.length > 0).toBe(clash(given));
      }),
      { numRuns: 500 },
    );
  });
});

/** True if two different names of the paths, or a file and a folder, are one in small letters. */
function clash(paths: readonly string[]): boolean {
  const names = new Map<string, string>();
  for (const path of paths) {
    const parts = path.split('/');
    for (let length = 1; length <= parts.length; length += 1) {
      const part = parts.slice(0, length).join('/');
      const what = `${length === parts.length ? 'file' : 'folder'} ${part}`;
      if ((names.get(part.toLowerCase()) ?? what) !== what) return true;
      names.set(part.toLowerCase(), what);
    }
  }
  return false;
}
