import fc from 'fast-check';
import { parseFragment, defaultTreeAdapter } from 'parse5';
import { describe, expect, it } from 'vitest';
import { drawQrCode } from '../../src/html/draw-qr-code.ts';
import { scanQrCode } from './scan-qr-code.ts';

describe('a QR code', () => {
  it.each(['https://handouts.clinic-site.org/zh-Hant/calciphylaxis/', 'https://ccchclinic.com/', 'tel:+13107062594'])(
    'is read by a scanner as %s',
    (content) => {
      expect(scanQrCode(drawQrCode(content, 'Scan'))).toBe(content);
    },
  );

  it('is read by a scanner as whatever address it was drawn from', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), (address) => {
        expect(scanQrCode(drawQrCode(address, 'Scan'))).toBe(address);
      }),
      { numRuns: 20 },
    );
  });

  it('says what scanning it does, in every language in which it is drawn', () => {
    const [call, again] = [drawQrCode('tel:911', 'Call'), drawQrCode('tel:911', 'Llame')];
    expect(again).toBe(call.replace('"Call"', '"Llame"'));
  });

  it('keeps a quiet zone of four modules on every side', () => {
    const svg = drawQrCode('tel:911', 'Call');
    const size = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]);
    const strokes = [...svg.matchAll(/M(\d+) ([\d.]+)h(\d+)/g)].map((match) => match.slice(1).map(Number));
    expect(Math.min(...strokes.map(([x = 0]) => x))).toBe(4);
    expect(Math.max(...strokes.map(([x = 0, , length = 0]) => x + length))).toBe(size - 4);
    expect(Math.min(...strokes.map(([, y = 0]) => y))).toBe(4.5);
    expect(Math.max(...strokes.map(([, y = 0]) => y))).toBe(size - 4.5);
  });

  it('says what scanning it does, whatever signs the words have', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (label) => {
        const [svg] = parseFragment(drawQrCode('tel:911', label)).childNodes;
        const attributes = svg && defaultTreeAdapter.isElementNode(svg) ? svg.attrs : [];
        expect(attributes.find(({ name }) => name === 'aria-label')?.value).toBe(label);
        expect(attributes.find(({ name }) => name === 'role')?.value).toBe('img');
      }),
    );
  });

  it('is one path, so that it stays small in a PDF', () => {
    expect(drawQrCode('https://ccchclinic.com/', 'Scan').match(/<path/g)).toHaveLength(1);
  });
});
