import { describe, expect, it } from 'vitest';
import { parseContentStream } from '../../src/pdf/content-stream.ts';
import { writeContentStream } from '../../src/pdf/write-content-stream.ts';
import { splitContent } from '../../src/stamp/split-content.ts';

/** Both parts of some content, the operations of each on one line. */
function split(content: string): string[] {
  const { before, after } = splitContent(parseContentStream(Buffer.from(content)));
  return [before, after].map((part) => Buffer.from(writeContentStream(part)).toString().replaceAll('\n', ' '));
}

describe('content that is split at its slot', () => {
  it('draws each thing once, and sets the coordinates twice', () => {
    expect(split('.24 0 0 -.24 0 792 cm q 2 0 0 2 0 0 cm 0 0 9 9 re f /Slot MP 9 9 9 9 re f Q')).toEqual([
      'q 0.24 0 0 -0.24 0 792 cm q 2 0 0 2 0 0 cm 0 0 9 9 re f Q Q',
      'q 0.24 0 0 -0.24 0 792 cm q 2 0 0 2 0 0 cm 9 9 9 9 re f Q Q',
    ]);
  });

  it('is cut to the same area after the slot, but not to one that ended before it', () => {
    expect(split('q 0 0 5 5 re W* n q 0 0 1 1 re W n Q /Slot MP 9 9 9 9 re f Q')[1]).toBe(
      'q q 0 0 5 5 re W* n 9 9 9 9 re f Q Q',
    );
  });

  it('goes on in the colour, transparency and font that were set last', () => {
    expect(split('1 0 0 rg /G3 gs BT /F4 9 Tf <41> Tj ET 0 0 1 rg /G6 gs /G3 gs /Slot MP BT <42> Tj ET')[1]).toBe(
      'q /F4 9 Tf 0 0 1 rg /G6 gs /G3 gs BT <42> Tj ET Q',
    );
  });

  it('forgets what was set within a level that has ended', () => {
    expect(split('q 1 0 0 rg Q q 2 w /Slot MP Q')).toEqual(['q q 1 0 0 rg Q q 2 w Q Q', 'q q 2 w Q Q']);
  });

  it('leaves a decoration that reaches over the slot, and takes it up again', () => {
    expect(split('/Artifact <</Type /Layout>> BDC 0 0 9 9 re f /Slot MP 9 9 9 9 re f EMC')).toEqual([
      'q /Artifact <</Type /Layout>> BDC 0 0 9 9 re f EMC Q',
      'q /Artifact <</Type /Layout>> BDC 9 9 9 9 re f EMC Q',
    ]);
  });

  it('is refused without a slot', () => {
    expect(() => split('0 0 9 9 re f')).toThrowErrorMatchingInlineSnapshot(
      `[UnrepairableError: The slot for the panel has no place among what its page draws.]`,
    );
  });

  it('is refused with a slot within a text, which cannot be claimed twice', () => {
    expect(() => split('/P <</MCID 3>> BDC /Slot MP EMC')).toThrowErrorMatchingInlineSnapshot(
      `[UnrepairableError: The slot for the panel stands within another text.]`,
    );
  });
});
