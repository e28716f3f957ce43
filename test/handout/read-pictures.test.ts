import { describe, expect, it } from 'vitest';
import { readPictures } from '../../src/handout/read-pictures.ts';
import { copyFixtureSite } from '../fixture-site.ts';

const drawing = (inner: string): string => `<svg viewBox="0 0 24 24">${inner}</svg>`;

describe('the pictures of a press', () => {
  it('are none where it has no folder for them', async () => {
    expect(await readPictures(await copyFixtureSite())).toEqual({ value: new Map(), problems: [] });
  });

  it('are its SVG files, by name, whatever else lies beside them', async () => {
    const root = await copyFixtureSite({
      'content/pictures/sun.svg': drawing('<path d="M1 2"/>'),
      'content/pictures/moon.svg': drawing('<path d="M3 4"/>'),
      'content/pictures/notes.txt': 'Drawn in November.',
      'content/pictures/drafts/star.svg': 'nothing yet',
    });
    const { value, problems } = await readPictures(root);
    expect(problems).toEqual([]);
    expect([...(value?.entries() ?? [])]).toEqual([
      ['moon.svg', { name: 'moon.svg', viewBox: '0 0 24 24', drawing: '<path d="M3 4"/>' }],
      ['sun.svg', { name: 'sun.svg', viewBox: '0 0 24 24', drawing: '<path d="M1 2"/>' }],
    ]);
  });

  it('are read as a drawing program saves them, with a byte-order mark and Windows line ends', async () => {
    const saved = `\uFEFF<?xml version="1.0"?>\r\n${drawing('\r\n<path d="M1 2"/>\r\n')}\r\n`;
    const { value, problems } = await readPictures(await copyFixtureSite({ 'content/pictures/sun.svg': saved }));
    expect(problems).toEqual([]);
    expect(value?.get('sun.svg')?.drawing).toBe('<path d="M1 2"/>');
  });

  it('are refused one by one: the others are still there', async () => {
    const root = await copyFixtureSite({
      'content/pictures/a.svg': '',
      'content/pictures/b.svg': 'no drawing',
      'content/pictures/c.svg': drawing('<text>words</text>'),
      'content/pictures/d.svg': drawing('<path d="M1 2"/>'),
    });
    const { value, problems } = await readPictures(root);
    expect(problems.map(({ where }) => where.file)).toEqual(
      ['a', 'b', 'c'].map((name) => `content/pictures/${name}.svg`),
    );
    expect(value?.has('d.svg')).toBe(true);
  });
});
