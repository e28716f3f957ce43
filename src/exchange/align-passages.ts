import { diffArrays } from 'diff';
import type { Passage } from './passage.ts';

/** A passage of the source with what the translation has for it. */
export interface AlignedPassage {
  source: Passage;
  target?: Passage;
  /** The source's own words when it was translated, where they were others. */
  former?: string;
}

/**
 * Finds for each passage of a section its translation, also where the source has gained and lost passages since.
 *
 * What the translation was made from has the same passages as the translation, one by one. Of these, the ones that the
 * source still has word for word keep their translation; a stretch that was replaced by as many of the same kinds keeps
 * it too, and the translator is told what it was made from.
 * @param former the words that the translation was made from; without them, those of today
 * @param translated nothing if the section is not translated
 */
export function alignPassages(
  source: readonly Passage[],
  former: readonly Passage[] | undefined,
  translated: readonly Passage[] | undefined,
): AlignedPassage[] {
  const origin = former ?? source;
  if (!translated || !haveSameKinds(origin, translated)) return source.map((passage) => ({ source: passage }));
  const partners = partnersOf(source, origin);
  return source.map((passage, index) => {
    const place = partners[index];
    const was = place === undefined ? undefined : origin[place];
    if (place === undefined || !was) return { source: passage };
    const target = translated[place];
    return { source: passage, target, ...(was.text !== passage.text && { former: was.text }) };
  });
}

/** True if two sections have the same passages, whatever their words: then they can be paired one by one. */
export function haveSameKinds(a: readonly Passage[], b: readonly Passage[]): boolean {
  return a.length === b.length && a.every(({ kind }, index) => kind === b[index]?.kind);
}

/** For each passage of today the place of the one it was, if any. */
function partnersOf(source: readonly Passage[], former: readonly Passage[]): (number | undefined)[] {
  const key = ({ kind, text }: Passage): string => `${kind} ${text}`;
  const partners: (number | undefined)[] = [];
  let place = 0;
  let removed: number[] = [];
  for (const { value, added, removed: isGone } of diffArrays(former.map(key), source.map(key))) {
    if (isGone) {
      removed = value.map((_, index) => place + index);
      place += value.length;
    } else if (added) {
      const replaced = source.slice(partners.length, partners.length + value.length);
      const isEven = haveSameKinds(
        replaced,
        removed.flatMap((index) => former[index] ?? []),
      );
      partners.push(...value.map((_, index) => (isEven ? removed[index] : undefined)));
      removed = [];
    } else {
      partners.push(...value.map((_, index) => place + index));
      place += value.length;
      removed = [];
    }
  }
  return partners;
}
