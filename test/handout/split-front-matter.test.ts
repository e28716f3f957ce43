import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitFrontMatter } from '../../src/handout/split-front-matter.ts';

describe('splitting a handout file', () => {
  it('gives both parts with the lines on which they start', () => {
    expect(splitFrontMatter('---\na: 1\nb: 2\n---\n\n## C', 'x.md').value).toEqual({
      yaml: 'a: 1\nb: 2',
      yamlLine: 2,
      body: '\n## C',
      bodyLine: 5,
    });
  });

  it('overlooks spaces after the dashes', () => {
    expect(splitFrontMatter('--- \na: 1\n---\t\nB', 'x.md').value?.body).toBe('B');
  });

  it('leaves later dashes to the body', () => {
    expect(splitFrontMatter('---\na: 1\n---\nB\n---\nC', 'x.md').value?.body).toBe('B\n---\nC');
  });

  it.each(['', '## A', '\n---\na: 1\n---\n', '---\na: 1\n', ' ---\na: 1\n---\n'])(
    'finds no front matter in %j',
    (text) => {
      expect(splitFrontMatter(text, 'x.md').problems[0]).toMatchObject({ where: { file: 'x.md', line: 1 } });
    },
  );

  it('loses no line', () => {
    const lines = fc.array(fc.constantFrom('a: 1', '', '---', '## B'));
    fc.assert(
      fc.property(lines, (rest) => {
        const text = ['---', ...rest];
        const { value } = splitFrontMatter(text.join('\n'), 'x.md');
        if (!value) return;
        expect(value.yaml).toBe(text.slice(value.yamlLine - 1, value.bodyLine - 2).join('\n'));
        expect(value.body).toBe(text.slice(value.bodyLine - 1).join('\n'));
      }),
    );
  });
});
