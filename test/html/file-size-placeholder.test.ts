import { describe, expect, it } from 'vitest';
import { fileSizePlaceholder, fillFileBytes, fillFileSizes } from '../../src/html/file-size-placeholder.ts';

const PATH = 'print/ccchc/es/water-spanish-es.pdf';

describe('the size of a PDF on its page', () => {
  it('is filled in once the PDF is there, kept apart from the text around it', () => {
    const html = `PDF, ${fileSizePlaceholder(PATH)}, 2 páginas`;
    expect(fillFileSizes(html, () => '81 kB')).toBe('PDF, <bdi>81 kB</bdi>, 2 páginas');
  });

  it('is that of the PDF the page names, wherever it stands', () => {
    const html = fileSizePlaceholder('a.pdf') + fileSizePlaceholder('b.pdf') + fileSizePlaceholder('a.pdf');
    expect(fillFileSizes(html, (path) => path.toUpperCase())).toBe('<bdi>A.PDF</bdi><bdi>B.PDF</bdi><bdi>A.PDF</bdi>');
  });

  it('is taken as it is, also when it has signs that mean something in a replacement', () => {
    expect(fillFileSizes(fileSizePlaceholder(PATH), () => '$& $1 kB')).toBe('<bdi>$& $1 kB</bdi>');
  });

  it('leaves a page without one as it is', () => {
    const html = '<p>Size of <bdi>81 kB</bdi> &amp; no more</p>';
    expect(fillFileSizes(html, () => undefined)).toBe(html);
  });

  it('stops the build when a page speaks of a PDF that was not printed', () => {
    expect(() => fillFileSizes(fileSizePlaceholder(PATH), () => undefined)).toThrow(
      `A page links to ${PATH}, which was not printed.`,
    );
  });
});

describe('the bytes of a file, for scripts', () => {
  it('take the place of its name', () => {
    const html = '<a href="x" data-bytes-of="a.pdf">A</a> <a data-bytes-of="b.pdf">B</a>';
    const filled = '<a href="x" data-bytes="12">A</a> <a data-bytes="34">B</a>';
    expect(fillFileBytes(html, (path) => (path === 'a.pdf' ? 12 : 34))).toBe(filled);
  });

  it('stop the build when the file was not printed', () => {
    expect(() => fillFileBytes('<a data-bytes-of="a.pdf">', () => undefined)).toThrow('A page links to a.pdf');
  });
});
