/** What a page of panels says of them once it is laid out. */
export interface PanelMeasures {
  /** Height of each panel at each tightness, in pixels: `heights[panel][tightness]`. */
  heights: number[][];
  /** Boxes wider than their column, by the start of their text, for each panel. */
  tooWide: string[][];
}

/** What is measured: panels on paper of a width, in letters of a size, as they are and at each further tightness. */
export interface MeasureOptions {
  width: number;
  height: number;
  points: number;
  /** The last tightness to be tried; 0 where panels may have more pages instead. */
  tightest: number;
}

/**
 * Measures all panels of a page, and leaves them as they are.
 *
 * Runs in the browser and so may use nothing from outside itself.
 */
export function measurePanels({ width, height, points, tightest }: MeasureOptions): PanelMeasures {
  const root = document.documentElement;
  for (const name of ['--body-size', '--panel-size']) root.style.setProperty(name, `${points}pt`);
  root.style.setProperty('--page-height', `${height}px`);
  document.body.style.width = `${width}px`;
  const pages = [...document.querySelectorAll<HTMLElement>('.panel-page')];
  const tooWide = pages.map((page) =>
    [...page.querySelectorAll<HTMLElement>('*')]
      .filter((box) => box.clientWidth > 0 && box.scrollWidth > box.clientWidth + 1)
      .map((box) => (box.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 40)),
  );
  const heights: number[][] = pages.map(() => []);
  for (let tightness = 0; tightness <= tightest; tightness++) {
    if (tightness > 0) for (const page of pages) page.dataset['tight'] = String(tightness);
    pages.forEach((page, index) => heights[index]?.push(page.firstElementChild?.getBoundingClientRect().height ?? 0));
  }
  for (const page of pages) delete page.dataset['tight'];
  document.body.style.removeProperty('width');
  return { heights, tooWide };
}

/**
 * Lets only some panels of a page stand, at a tightness.
 * @param wanted their numbers, in order
 * @returns the headings of each that stands
 *
 * Runs in the browser and so may use nothing from outside itself.
 */
export function choosePanels({ wanted, tightness }: { wanted: readonly number[]; tightness: number }): string[] {
  const pages = [...document.querySelectorAll<HTMLElement>('.panel-page')];
  const chosen = pages.filter((_, index) => wanted.includes(index));
  for (const page of pages) {
    // Not by `hidden`, over which a rule of the style sheet that says how the page is laid out would win.
    page.style.display = chosen.includes(page) ? '' : 'none';
    if (tightness > 0) page.dataset['tight'] = String(tightness);
    else delete page.dataset['tight'];
  }
  return chosen
    .flatMap((page) => [...page.querySelectorAll('h2, h3')])
    .map((heading) => (heading.textContent ?? '').replace(/\s+/g, ' ').trim());
}
