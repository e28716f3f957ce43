/** What a laid-out page says of itself before it is printed. */
export interface LayoutFacts {
  /** Boxes wider than their column or page, by the start of their text: paper would cut them off. */
  tooWide: string[];
  /** Headings that are shown, in order, as they read. */
  headings: string[];
}

/**
 * Reads a page that has been fitted to its paper, and gives it back the width the paper has.
 *
 * Runs in the browser and so may use nothing from outside itself.
 */
export function readLayout(): LayoutFacts {
  // A box that runs on to the next column seems wider than it is, so only whole ones are judged; and a Chinese or
  // Japanese bracket may hang half its width over the end of a line.
  const wide = [...document.querySelectorAll<HTMLElement>('.sheet *')]
    .filter((box) => box.clientWidth > 0 && box.getClientRects().length === 1)
    .filter((box) => box.scrollWidth > box.clientWidth + 1 + Number.parseFloat(getComputedStyle(box).fontSize) / 2);
  // The boxes around it are too wide with it.
  const tooWide = wide
    .filter((box) => !wide.some((other) => other !== box && box.contains(other)))
    .map((box) => (box.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 40));
  document.body.style.removeProperty('width');
  const headings = [...document.querySelectorAll('.sheet :is(h1, h2, h3)')]
    .filter((heading) => heading.checkVisibility())
    .map((heading) => (heading.textContent ?? '').replace(/\s+/g, ' ').trim());
  return { tooWide, headings };
}
