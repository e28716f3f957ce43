import { describe, expect, it } from 'vitest';
import { parseContentStream } from '../../src/pdf/content-stream.ts';
import { pageFrame, slotScale } from '../../src/stamp/page-frame.ts';

const frameOf = (content: string) => pageFrame(parseContentStream(Buffer.from(content)));

describe('the frame of a page', () => {
  it('is what Chromium cuts it to, and not its rounded size', () => {
    const edges = frameOf('.24 0 0 -.24 0 187.92 cm q 0 0 1562.5 781.25 re W* n q 3.125 0 0 3.125 0 0 cm 0 0 9 9 re f');
    expect(edges.left).toBe(0);
    expect(edges.bottom).toBeCloseTo(0.42, 6);
    expect(edges.top).toBeCloseTo(187.92, 6);
  });

  it('leaves the margins out', () => {
    const edges = frameOf('.24 0 0 -.24 0 792 cm q 150 150 2250 3000 re W* n q 3.125 0 0 3.125 150 150 cm');
    expect([edges.left, edges.bottom, edges.top].map(Math.round)).toEqual([36, 36, 756]);
  });

  it('is refused on a page of another scale', () => {
    expect(() =>
      frameOf('.24 0 0 -.24 0 792 cm q 0 0 2250 3000 re W* n q 2.5 0 0 2.5 0 0 cm'),
    ).toThrowErrorMatchingInlineSnapshot(
      `[UnrepairableError: The PDF has a panel that was made smaller, because something in it is too wide.]`,
    );
  });

  it('is refused where nothing is cut before something is drawn', () => {
    expect(() => frameOf('.75 0 0 .75 0 0 cm BT ET 0 0 9 9 re')).toThrowErrorMatchingInlineSnapshot(
      `[UnrepairableError: The PDF has a page that does not begin with its edges.]`,
    );
  });
});

describe('the scale of a page with a slot', () => {
  const scaleOf = (content: string) => slotScale(parseContentStream(Buffer.from(content)));

  it('counts where the slot is, whatever was drawn before it', () => {
    expect(scaleOf('.24 0 0 -.24 0 480 cm q 2.5 0 0 2.5 0 0 cm Q q 3.125 0 0 3.125 0 0 cm /Slot MP Q')).toBe(1);
  });

  it('is less where Chromium made the page smaller', () => {
    expect(scaleOf('.24 0 0 -.24 0 480 cm q 2.5 0 0 2.5 0 0 cm /Slot MP Q')).toBe(0.8);
  });
});
