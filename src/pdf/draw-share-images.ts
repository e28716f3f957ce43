import { SHARE_IMAGE_SIZE, SHARE_IMAGES_URL, type ShareImage } from '../html/build-share-images.ts';
import { fontSetOf, fontStylesheet } from '../html/page-fonts.ts';
import { STYLESHEET } from '../html/stylesheet.ts';
import { NO_PRINT_CACHE } from '../print-cache.ts';
import { type Checked, type Problem, warning } from '../problem.ts';
import type { PrintContext, PrintShop } from './print-shop.ts';
import { faultProblems } from './print-whole.ts';

/** A finished picture of a page. */
export interface DrawnImage {
  path: string;
  /** PNG. */
  bytes: Uint8Array;
}

/** Draws the pictures that are shown beside links. Those of an earlier build serve again, as PDFs do. */
export async function drawShareImages(
  shop: Pick<PrintShop, 'map'>,
  context: PrintContext,
): Promise<{ value: DrawnImage[]; problems: Problem[] }> {
  const { site, cache = NO_PRINT_CACHE } = context;
  const drawn = await shop.map(site.shareImages, async (open, image): Promise<Checked<DrawnImage>> => {
    const made = await cache.keep('share-images', drawKey(image, context), async () => {
      const printer = await open();
      const { bytes, fits, faults } = await printer.draw(image.html, SHARE_IMAGES_URL, SHARE_IMAGE_SIZE);
      return { value: bytes, problems: [...faultProblems(faults, image.path), ...(fits ? [] : [tooLong(image)])] };
    });
    context.onPrinted?.(image.path);
    return { value: made.value && { path: image.path, bytes: made.value }, problems: made.problems };
  });
  return {
    value: drawn.flatMap(({ value }) => value ?? []),
    problems: drawn.flatMap(({ problems }) => problems),
  };
}

/** Everything that decides how a picture is drawn. */
function drawKey({ html }: ShareImage, { site }: PrintContext): string[] {
  const set = fontSetOf(html) ?? '';
  const styles = [STYLESHEET, fontStylesheet(set)].map((path) => new TextDecoder().decode(site.assets.get(path)));
  return [html, ...styles];
}

function tooLong({ path }: ShareImage): Problem {
  const what = 'The title is cut off in this picture, which is shown where somebody sends a link to the page.';
  return warning(path, what, 'use a shorter title.');
}
