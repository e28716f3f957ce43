import type { PDFDocument, PDFPage, PDFRef } from '@cantoo/pdf-lib';
import { digestOf } from './digest.ts';
import { Numbering } from './numbering.ts';
import { PANEL_FIRST, SHARED_FIRST } from './object-numbers.ts';
import { packable, type PackedObjects, packObjects } from './pack-objects.ts';
import { reachable } from './reachable.ts';

/** Something that several panels use, such as a font, with all that belongs to it. */
export interface SharedGroup extends PackedObjects {
  digest: number[];
}

/** The resources of the panels of a document. */
export interface SharedResources {
  groups: SharedGroup[];
  /** Numbers of the objects in them. */
  numbers: ReadonlyMap<PDFRef, number>;
  /** What each panel uses: indices of groups, and objects that no other panel uses. */
  used: { groups: number[]; own: PDFRef[] }[];
}

/**
 * Finds what several panels use, and packs each of these things once.
 * @param panels the pages of each
 */
export function shareResources({ context }: PDFDocument, panels: readonly (readonly PDFPage[])[]): SharedResources {
  const refsOf = panels.map((pages) =>
    reachable(
      context,
      pages.map(({ node }) => node.Resources()),
    ),
  );
  const numbering = new Numbering(SHARED_FIRST, PANEL_FIRST, 'what panels share');
  const numbers = new Map<PDFRef, number>();
  const groupOf = new Map<PDFRef, number>();
  const groups: SharedGroup[] = [];
  for (const ref of repeatedIn(refsOf)) {
    if (groupOf.has(ref)) continue;
    const refs = reachable(context, [ref], (other) => groupOf.has(other));
    for (const one of refs) {
      numbers.set(one, numbering.next());
      groupOf.set(one, groups.length);
    }
    const objects = refs.map((one) => packable(one, context, (other) => numbers.get(other) as number));
    const packed = packObjects(objects, () => numbering.next());
    groups.push({ ...packed, digest: digestOf([packed.bytes]) });
  }
  const usedBy = (refs: readonly PDFRef[]) => ({
    groups: [...new Set(refs.flatMap((ref) => groupOf.get(ref) ?? []))].sort((a, b) => a - b),
    own: refs.filter((ref) => !groupOf.has(ref)),
  });
  return { groups, numbers, used: refsOf.map(usedBy) };
}

/** What is in several lists, in the order in which it is first met. */
function repeatedIn(lists: readonly (readonly PDFRef[])[]): PDFRef[] {
  const counts = new Map<PDFRef, number>();
  for (const ref of lists.flat()) counts.set(ref, (counts.get(ref) ?? 0) + 1);
  return [...counts].flatMap(([ref, count]) => (count > 1 ? ref : []));
}
