/** A piece of a page to be read aloud. */
export interface SpokenBlock {
  element: Element;
  text: string;
  /** BCP 47 tag of the block; words of others may stand within it. */
  language: string;
}

/** Blocks of running text; a list item that holds a list is its parts. */
const BLOCKS = 'h1, h2, h3, p, li, th, td';
/** Not said: what is for staff, for the eye or for the finger only. */
const SILENT = '.notice--staff, .sheet__print, .sheet__forms, .acts, .panel__qr, [hidden]';

/**
 * What of a sheet is read aloud, danger signs first, block by block: some phones stop after fifteen seconds of one
 * utterance (crbug.com/679437).
 */
export function spokenBlocks(sheet: Element): SpokenBlock[] {
  const inDanger = (element: Element) => element.closest('.danger') !== null;
  const all = [...sheet.querySelectorAll(BLOCKS)].flatMap((element): SpokenBlock[] => {
    if (element.closest(SILENT) || element.querySelector(BLOCKS)) return [];
    const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim();
    const language = element.closest<HTMLElement>('[lang]')?.lang ?? '';
    return text === '' ? [] : [{ element, text, language }];
  });
  const title = all.filter(({ element }) => element.matches('h1'));
  const danger = all.filter(({ element }) => inDanger(element));
  return [...title, ...danger, ...all.filter((block) => !title.includes(block) && !danger.includes(block))];
}
