/** What the fit works with; lengths in CSS pixels (1/96 inch) unless their names say points. */
export interface FitOptions {
  /** Size of a page's content box. */
  width: number;
  height: number;
  minPoints: number;
  maxPoints: number;
  stepPoints: number;
  /** Height of the clinic's slot: what it should have, what it must have, and what is enough for nearly all. */
  preferredSlot: number;
  leastSlot: number;
  ampleSlot: number;
  /** The most that a panel which stands on the page may give up (`TIGHTEST`). */
  tightest: number;
}

/** What the fit found. */
export interface FitResult {
  /** Largest body size at which front and back fit, or the smallest allowed if none does. */
  points: number;
  /** How much too high the fuller side is at that size, in pixels; 0 if the sheet fits. */
  overflow: number;
  /** Height that the clinic's slot got, in pixels; missing where there is no slot. */
  slot?: number;
  /** What a panel that stands on the page had to give up to fit its slot (`TIGHTNESS`). */
  tightness: number;
}

/**
 * Finds the largest body size at which a handout fills one sheet, front and back, by layout alone (a search by
 * printing takes 120-400 ms a sheet). Sections move from the front to the back until the front fits; where
 * whole sections leave too much of it empty, one is continued overleaf. So each side has text columns of its
 * own: columns that run on to another page are not balanced by Chromium, and measured otherwise than they
 * print. The clinic's slot takes all that is left on the back.
 *
 * Runs in the browser and so may use nothing from outside itself.
 * @param options lengths and sizes
 * @param document the page to fit, where it is not that of the script: a page in a frame
 */
// eslint-disable-next-line max-lines-per-function -- it travels to the browser as one piece
export function fitInPage(options: FitOptions, document: Document = globalThis.document): FitResult {
  const { width, height, minPoints, maxPoints, stepPoints, preferredSlot, leastSlot, ampleSlot, tightest } = options;
  const root = document.documentElement;
  const [front, back, end] = ['.sheet__front', '.sheet__back', '.sheet__end'].map((name) =>
    document.querySelector<HTMLElement>(name),
  );
  if (!front || !back || !end) throw new Error('The page has no front, back and end to fit.');
  const text = front.innerHTML;
  document.body.style.width = `${width}px`;

  // Four pixels stay free on each side of the sheet, because printing rounds line boxes a little differently.
  const excess = (bottom: Element, top: Element) =>
    Math.ceil(bottom.getBoundingClientRect().bottom - top.getBoundingClientRect().top) + 4 - height;
  const frontExcess = () => excess(front, document.body);
  const backExcess = () => excess(end, back);

  const total = front.childElementCount;
  /** Sections that stayed on the front at the size tried last: a good first guess for the next. */
  let kept = total;
  let isSplit = false;

  /** Continues the section that just moved to the back: as many of its blocks as fit return to the front. */
  const continueOverleaf = (section: Element) => {
    isSplit = true;
    const rest = section.cloneNode(false) as Element;
    rest.removeAttribute('id');
    front.append(section);
    back.prepend(rest);
    let blocks = section.querySelectorAll('p, li').length;
    /** The list whose items are moving, and its continuation. */
    let [opened, continued]: (Element | undefined)[] = [];
    while (frontExcess() > 0 && blocks > 2) {
      const last = section.lastElementChild;
      if (!last) break;
      blocks -= 1;
      if (!last.matches('ul, ol')) {
        rest.prepend(last);
        continue;
      }
      if (last !== opened) {
        continued = last.cloneNode(false) as Element;
        opened = last;
        rest.prepend(continued);
      }
      if (last.lastElementChild) continued?.prepend(last.lastElementChild);
      // The steps of a list go on counting overleaf.
      if (last.matches('ol')) continued?.setAttribute('start', String(last.start + last.childElementCount));
      if (last.childElementCount === 0) last.remove();
    }
  };

  const keepOnFront = (count: number) => {
    while (front.childElementCount > count && front.lastElementChild) back.prepend(front.lastElementChild);
    while (front.childElementCount < count && back.firstElementChild) front.append(back.firstElementChild);
  };
  const setSlot = (pixels: number) => root.style.setProperty('--slot-height', `${pixels}px`);
  const overflow = () => Math.max(frontExcess(), backExcess(), 0);
  /** Lays the sheet out at a size: whole sections if they fit, else one of them continued overleaf. */
  const fitsAt = (points: number) => {
    root.style.setProperty('--body-size', `${points}pt`);
    if (isSplit) {
      front.innerHTML = text;
      back.innerHTML = '';
      isSplit = false;
    }
    keepOnFront(kept);
    while (kept < total && frontExcess() <= 0) keepOnFront(++kept);
    while (kept > 0 && frontExcess() > 0) keepOnFront(--kept);
    if (overflow() === 0) return true;
    const moved = back.firstElementChild;
    if (!moved || moved.matches('.section--caution, .section--checklist, .section--worksheet:has(table)')) return false;
    continueOverleaf(moved);
    return overflow() === 0;
  };

  /**
   * Keeps a paragraph in one column where the next would begin, or this one end, with a single line of it: in balanced
   * columns Chromium does not mind `widows` and `orphans`. Not where that would cost the sheet its fit.
   */
  const keepLinesTogether = () => {
    for (const block of document.querySelectorAll<HTMLElement>('.sheet__body :is(p, li)')) {
      const parts = [...block.getClientRects()];
      const line = Number.parseFloat(getComputedStyle(block).lineHeight);
      if (parts.length < 2 || parts.every(({ height }) => height > 1.5 * line)) continue;
      block.style.breakInside = 'avoid';
      if (overflow() > tooHigh) block.style.breakInside = '';
    }
  };

  /** Gives room that is left on a side to those who write on it: higher lines and cells, up to 13 mm. */
  const growWriting = (side: HTMLElement, excessOf: () => number) => {
    if (!side.querySelector('.write-line, .write-cell')) return;
    // From 8 mm (--size-writing) to 13 mm at most.
    let [least, highest] = [0, Math.floor((5 * 96) / 25.4)];
    while (least < highest) {
      const middle = Math.ceil((least + highest) / 2);
      side.style.setProperty('--more-writing', `${middle}px`);
      if (excessOf() <= -6) least = middle;
      else highest = middle - 1;
    }
    side.style.setProperty('--more-writing', `${least}px`);
  };

  /** The highest slot with which the smallest text fits, if there is one. */
  const highestSlot = () => {
    let [low, high] = [leastSlot, preferredSlot];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      setSlot(middle);
      if (fitsAt(minPoints)) low = middle;
      else high = middle - 1;
    }
    return low;
  };

  root.style.setProperty('--panel-size', `${minPoints}pt`);
  setSlot(preferredSlot);
  // A long text leaves the clinic less room, but only once its lines and cells to write in are no higher than
  // college-ruled paper.
  let slot = preferredSlot;
  if (!fitsAt(minPoints)) {
    root.style.setProperty('--size-writing', '7.1mm');
    slot = highestSlot();
  }
  setSlot(slot);

  const most = Math.round((maxPoints - minPoints) / stepPoints);
  let low = 0;
  let high = most;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fitsAt(minPoints + middle * stepPoints)) low = middle;
    else high = middle - 1;
  }
  // Which section continues overleaf changes with the size, so a size above one that failed may fit after all.
  while (low < most && fitsAt(minPoints + (low + 1) * stepPoints)) low += 1;
  const points = minPoints + low * stepPoints;
  fitsAt(points);
  const tooHigh = overflow();
  keepLinesTogether();
  // Six pixels stay free: with the panel pushed to the last one, print gave Arabic sheets a blank third page.
  const growSlot = (most: number) => {
    slot = Math.max(slot, Math.min(most, slot - backExcess() - 6));
    setSlot(slot);
  };
  // What is left is for clinics with much to say, then for those who write, and the rest is the slot's again.
  growSlot(ampleSlot);
  growWriting(front, frontExcess);
  growWriting(back, backExcess);
  growSlot(Infinity);
  // Its foot on a whole pixel: a panel that is put there later looks as if it had been printed there.
  const foot = end.getBoundingClientRect().bottom - back.getBoundingClientRect().top;
  setSlot((slot += Math.floor(foot) - foot));

  const room = end.querySelector<HTMLElement>('.slot');
  let tightness = 0;
  /** A panel that stands on the page gives up what it must, as one that is put there later. */
  const isPanelTooHigh = () => (room?.firstElementChild?.getBoundingClientRect().height ?? 0) > slot;
  while (room && tightness < tightest && isPanelTooHigh()) room.dataset['tight'] = String(++tightness);
  return { points, overflow: tooHigh, tightness, ...(room && { slot }) };
}
