import { error, type Problem } from '../problem.ts';

/**
 * What a panel that is higher than its slot does without, in this order: first its letters get smaller; then lines go
 * that a reader can do without, since the panel's phone or code leads to what they say.
 */
export const TIGHTNESS = [
  'as it is',
  'in smaller letters',
  'without the languages its staff speak',
  'without its website',
  'without its numbers for fax and text messages',
] as const;

/** A place in {@link TIGHTNESS}: how much a panel gives up, 0 for nothing. */
export type Tightness = number;

/** The most that a panel gives up. */
export const TIGHTEST: Tightness = TIGHTNESS.length - 1;

/** The tightness at which an optional line goes; its number in the template is one less. */
export const OPTIONAL_LINES = { languages: 1, website: 2, otherNumbers: 3 } as const;

/** True for a line that still stands on a panel. */
export function isShown({ optional }: { optional?: number }, tightness: Tightness): boolean {
  return optional === undefined || optional >= tightness;
}

/** The least tightness at which a panel fits its slot, if there is one. @param heights in pixels, by tightness */
export function tightnessFor(heights: readonly number[], slot: number): Tightness | undefined {
  const found = heights.findIndex((height) => height <= slot);
  return found === -1 ? undefined : found;
}

/** What is wrong with a panel that fits its slot at no tightness. */
export function tooHigh(
  panel: { file: string; line?: number; name: string },
  sheet: { language: string; handout: string; form: string },
  pixels: number,
): Problem {
  const { name, ...where } = panel;
  const millimetres = Math.ceil((pixels * 25.4) / 96);
  const what = `The panel of ${name} is too high, even in smaller letters and without its optional lines`;
  const fix = 'leave out a phone, some hours or a program, or shorten a name or the handout.';
  const text = `by ${millimetres} mm on the ${sheet.form} sheet of ${sheet.handout} in ${sheet.language}`;
  return { ...error(where, what, fix), sightings: [{ text, size: millimetres }] };
}
