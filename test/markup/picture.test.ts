import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawPicture, parsePicture } from '../../src/markup/picture.ts';

const FILE = 'content/pictures/fever.svg';
const svg = (inner: string, attributes = 'viewBox="0 0 24 12"'): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inner}</svg>`;
const faultsOf = (text: string): string[] => parsePicture(text, FILE).problems.map(({ what }) => what);

describe('a drawing of plain shapes', () => {
  it('is known by the name of its file', () => {
    expect(parsePicture(svg('<path d="M1 2"/>'), FILE)).toEqual({
      value: { name: 'fever.svg', viewBox: '0 0 24 12', drawing: '<path d="M1 2"/>' },
      problems: [],
    });
  });

  it('keeps its groups, its shapes and how they are painted', () => {
    const shapes =
      '<g fill="none" stroke="currentColor" stroke-width="1.5"><circle cx="1" cy="2" r="3"/><rect x="1" y="1" width="2" height="2" rx="1"/></g><polygon points="0,0 1,1 2,0" fill="currentColor" transform="rotate(9)"/>';
    expect(parsePicture(svg(shapes), FILE)).toMatchObject({ value: { drawing: shapes }, problems: [] });
  });

  it('is read as a drawing program saves it, without what stands around the shapes', () => {
    const saved = `<?xml version="1.0"?>\n<!DOCTYPE svg>\n<!-- Made by hand -->\n${svg('\n  <!-- bulb -->\n  <path d="M1 2"></path>\n')}\n`;
    expect(parsePicture(saved, FILE)).toMatchObject({ value: { drawing: '<path d="M1 2"/>' }, problems: [] });
  });
});

describe('a drawing', () => {
  it.each([
    ['<text>Fever</text>', 'The drawing has a <text> in it.'],
    ['<title>Fever</title>', 'The drawing has a <title> in it.'],
    ['<g>Fever</g>', 'The drawing has the words "Fever" in it.'],
    ['<![CDATA[Fever]]>', 'The drawing has the words "Fever" in it.'],
    ['<g><g><script>alert(1)</script></g></g>', 'The drawing has a <script> in it.'],
    ['<style>path{}</style>', 'The drawing has a <style> in it.'],
    ['<foreignObject><p>a</p></foreignObject>', 'The drawing has a <foreignObject> in it.'],
    ['<image href="a.png"/>', 'The drawing has a <image> in it.'],
    ['<use href="#a"/>', 'The drawing has a <use> in it.'],
    ['<a href="#a"><path/></a>', 'The drawing has a <a> in it.'],
    ['<animate attributeName="d"/>', 'The drawing has a <animate> in it.'],
    ['<path id="a"/>', 'The drawing has the attribute id in it.'],
    ['<path class="a"/>', 'The drawing has the attribute class in it.'],
    ['<path style="fill:red"/>', 'The drawing has the attribute style in it.'],
    ['<path onclick="alert(1)"/>', 'The drawing has the attribute onclick in it.'],
    ['<path fill="red"/>', 'The drawing has fill="red"; it may have currentColor and none.'],
    ['<path stroke="#000"/>', 'The drawing has stroke="#000"; it may have currentColor and none.'],
    ['<path fill="url(#a)"/>', 'The drawing has fill="url(#a)"; it may have currentColor and none.'],
  ])('is refused for %s', (inner, what) => {
    expect(parsePicture(svg(inner), FILE).problems).toEqual([
      {
        level: 'error',
        where: { file: FILE },
        what,
        fix: 'draw it with shapes alone, in black lines; words stand in the handout, beside the picture.',
      },
    ]);
  });

  it('is refused for each thing that is wrong with it, at once', () => {
    expect(faultsOf(svg('<text>a</text><g stroke="red"><path id="b"/></g>'))).toHaveLength(3);
  });

  it.each(['', 'Fever', '<p>Fever</p>', '<svg', '\u0089PNG', `<div>${svg('<path/>')}</div>`])(
    'is refused when it is none: %j',
    (text) => {
      expect(parsePicture(text, FILE)).toEqual({
        problems: [
          {
            level: 'error',
            where: { file: FILE },
            what: 'This file is not one SVG drawing and nothing else.',
            fix: 'save the drawing as plain SVG.',
          },
        ],
      });
    },
  );

  it.each(['', 'width="24" height="24"', 'viewBox="1 0 24 24"', 'viewBox="0 0 24.5 24"', 'viewBox="0 0 24"'])(
    'is refused when its size is not known: %j',
    (attributes) => {
      expect(parsePicture(svg('<path/>', attributes), FILE)).toEqual({
        problems: [
          {
            level: 'error',
            where: { file: FILE },
            what: 'The drawing has no viewBox of whole numbers that starts at 0 0.',
            fix: 'start it with <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 WIDTH HEIGHT">.',
          },
        ],
      });
    },
  );
});

describe('a drawing that would be seen otherwise than it was drawn', () => {
  // Icon sets paint on the svg element; without that, lines print as black patches.
  it('is refused, or keeps its paint, when that stands on the svg element', () => {
    const icon = svg('<path d="M1 2"/>', 'viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2"');
    const { value, problems } = parsePicture(icon, FILE);
    expect(problems.length > 0 || value?.drawing.includes('stroke="currentColor"')).toBe(true);
  });

  // An HTML parser closes the svg before such an element; all that comes after it is lost.
  it.each(['<p>Fever</p>', '<b>Fever</b>', '<img src="a.png">', '<div></div>'])(
    'is refused when it has HTML in it: %s',
    (html) => expect(faultsOf(svg(`<path d="M1 2"/>${html}<path d="M3 4"/>`))).not.toEqual([]),
  );

  // Only the first svg is looked at.
  it.each([
    ['words', 'Fever'],
    ['a second drawing', svg('<path d="M3 4"/>')],
  ])('is refused when %s stands beside it', (_case, beside) =>
    expect(faultsOf(`${svg('<path d="M1 2"/>')}${beside}`)).not.toEqual([]),
  );

  it.each([
    ['no shape is in it', svg('')],
    ['it has no size', svg('<path d="M1 2"/>', 'viewBox="0 0 0 0"')],
  ])('is refused when nothing of it can be seen: %s', (_case, text) => expect(faultsOf(text)).not.toEqual([]));
});

describe('whatever stands in a drawing', () => {
  const pieces = fc.constantFrom(
    ...['<g>', '</g>', '<path d="M1 2"/>', '<circle r="1" fill="none"/>', '<text>', '</text>', '<script>', '</script>'],
    ...[
      '<path onload="a()"/>',
      '<g style="a">',
      'words',
      '<!-- a -->',
      '<use href="#a"/>',
      '<a href="b">',
      '<p>',
      '"',
      '>',
    ],
    ...[
      '<path d="&quot; onload=&quot;a()"/>',
      '<path d="&lt;script&gt;"/>',
      '</svg>',
      '<svg>',
      '<',
      '&amp;',
      '<![CDATA[',
    ],
  );

  it('is refused, or has no element and no attribute but those of shapes', () => {
    fc.assert(
      fc.property(fc.array(pieces), (parts) => {
        const { value, problems } = parsePicture(svg(parts.join('')), FILE);
        if (problems.length > 0) return;
        const tags = value?.drawing.replaceAll(/ [a-z-]+="[^"]*"/g, (attribute) =>
          /^ (?:d|r|fill)=/.test(attribute) ? '' : attribute,
        );
        expect(tags?.replaceAll(/<\/?(?:g|path|circle)\/?>/g, '')).toBe('');
      }),
      { numRuns: 500 },
    );
  });

  it('is read again as it was written', () => {
    fc.assert(
      fc.property(fc.array(pieces), (parts) => {
        const { value, problems } = parsePicture(svg(parts.join('')), FILE);
        if (problems.length > 0) return;
        expect(parsePicture(svg(value?.drawing ?? ''), FILE).value).toEqual(value);
      }),
    );
  });
});

describe('a picture on a page', () => {
  const picture = { name: 'fever.svg', viewBox: '0 0 24 12', drawing: '<path d="M1 2"/>' };

  it('is passed over by screen readers when it has no words', () => {
    expect(drawPicture(picture, 'icon')).toBe(
      '<svg class="icon" viewBox="0 0 24 12" aria-hidden="true"><path d="M1 2"/></svg>',
    );
  });

  it('is read out by its words, where it has some', () => {
    expect(drawPicture(picture, 'large', 'A thermometer')).toBe(
      '<svg class="large" viewBox="0 0 24 12" role="img" aria-label="A thermometer"><path d="M1 2"/></svg>',
    );
  });
});
