import { describe, expect, it } from 'vitest';
import { parseContentStream } from '../../src/pdf/content-stream.ts';
import { writeContentStream } from '../../src/pdf/write-content-stream.ts';
import { renameResources } from '../../src/stamp/rename-resources.ts';
import { shiftMarks } from '../../src/stamp/shift-marks.ts';

const operationsOf = (content: string) => parseContentStream(Buffer.from(content));
const textOf = (operations: Parameters<typeof writeContentStream>[0]) =>
  Buffer.from(writeContentStream(operations)).toString();

describe('the resources of a panel', () => {
  it.each([
    ['/F4 9 Tf', '/PanelF4 9 Tf'],
    ['/G3 gs', '/PanelG3 gs'],
    ['/X5 Do', '/PanelX5 Do'],
    ['/C1 cs', '/PanelC1 cs'],
    ['1 0 0 /P7 scn', '1 0 0 /PanelP7 scn'],
    ['/OC /MC0 BDC', '/OC /PanelMC0 BDC'],
  ])('have names of their own: %s', (before, after) => {
    expect(textOf(renameResources(operationsOf(before), (name) => `Panel${name}`))).toBe(after);
  });

  it.each(['/DeviceRGB cs', '/Pattern CS', '1 0 0 scn', '/P <</MCID 3>> BDC', '/Perceptual ri', '/Span BMC'])(
    'are not what the standard names: %s',
    (content) => {
      expect(textOf(renameResources(operationsOf(content), (name) => `Panel${name}`))).toBe(content);
    },
  );
});

describe('the marks of a page', () => {
  it('are counted from another number, and keep what else they say', () => {
    const content = '/P <</MCID 3/Lang (en)>> BDC /Span <</ActualText (a)>> BDC /F4 9 Tf EMC EMC';
    const lines = textOf(shiftMarks(operationsOf(content), 256)).split('\n');
    expect(lines).toEqual([
      '/P <</MCID 259 /Lang <656e>>> BDC',
      '/Span <</ActualText <61>>> BDC',
      '/F4 9 Tf',
      'EMC',
      'EMC',
    ]);
  });
});
