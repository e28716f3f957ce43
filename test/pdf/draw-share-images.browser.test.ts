import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { imageSize } from 'image-size';
import { drawShareImages, type DrawnImage } from '../../src/pdf/draw-share-images.ts';
import { openPrintShop, type PrintShop } from '../../src/pdf/print-shop.ts';
import { type BuiltSite, buildFixtureSite } from '../html/build-fixture-site.ts';

const LONG = 'A title that has very many words, more than anybody would read, about walking';

let built: BuiltSite;
let shop: PrintShop;
beforeAll(async () => {
  built = await buildFixtureSite();
  shop = await openPrintShop(contextOf(built));
});
afterAll(() => shop.close());

const contextOf = ({ site, settings, content }: BuiltSite) => ({ site, settings, tools: content.tools });
const draw = () => drawShareImages(shop, contextOf(built));
const pathsOf = (images: readonly DrawnImage[]) => images.map(({ path }) => path.replace(/^assets\/share\//, ''));

describe('the pictures of pages', () => {
  it('are one a start page and one a sheet of the main clinic, all of the size that is told', async () => {
    const { value, problems } = await draw();
    expect(problems).toEqual([]);
    expect(pathsOf(value)).toEqual([
      ...['en.png', 'en-walking.png', 'en-water.png', 'ar.png', 'ar-walking.png', 'ar-water.png'],
    ]);
    for (const { bytes } of value) expect(imageSize(bytes)).toMatchObject({ width: 1200, height: 630, type: 'png' });
  });

  it('are the same bytes each time', async () => {
    const [first, second] = [await draw(), await draw()];
    for (const [index, { bytes }] of first.value.entries())
      expect(Buffer.from(second.value[index]?.bytes ?? []).equals(bytes)).toBe(true);
  });

  it('say draft of a draft only', () => {
    const drafts = built.site.shareImages.filter(({ html }) => html.includes('class="share-image__draft"'));
    expect(drafts.map(({ path }) => path)).toEqual(['assets/share/en-water.png', 'assets/share/ar-water.png']);
  });

  it('are reported when a title is longer than there is room for', async () => {
    const [image] = built.site.shareImages.slice(1);
    if (!image) throw new Error('There is no picture.');
    const drawn = (words: string) => {
      const html = image.html.replace('Walking every day', words);
      const site = { ...built.site, shareImages: [{ ...image, html }] };
      return drawShareImages(shop, { ...contextOf(built), site });
    };
    expect((await drawn(LONG)).problems).toEqual([]);
    const [problem] = (await drawn(LONG.repeat(9))).problems;
    expect(problem?.what).toContain('cut off');
  });
});
