import { PDFRef } from '@cantoo/pdf-lib';
import type { Draft } from '../pdf/repair/draft.ts';
import { writeContents } from '../pdf/repair/page-content.ts';
import { KEYS } from '../pdf/repair/structure-elements.ts';
import type { Anchor, Base } from './compiled.ts';
import { digestOf } from './digest.ts';
import { findSlots, type Slot } from './find-slots.ts';
import { joinMarkers } from './join-markers.ts';
import { Numbering } from './numbering.ts';
import { OBJECTS, PANEL_PREFIX, SLOT_PARENT, slotPage } from './object-numbers.ts';
import { openBookmarks, writeBookmarks } from './open-bookmarks.ts';
import { openElements } from './open-elements.ts';
import { checkClaims, openPage } from './open-page.ts';
import { openParentTree } from './open-parent-tree.ts';
import { packable, packObjects } from './pack-objects.ts';
import { reachable } from './reachable.ts';
import { slotScale } from './page-frame.ts';
import { writeResources } from './write-resources.ts';
import { writeCrossReferences } from './write-cross-references.ts';
import { writeReferences } from './write-object.ts';

/** What every PDF of the press starts with: its version, and bytes which say that it is no text (ISO 32000-1, 7.5.2). */
const HEADER = Buffer.from('%PDF-1.7\n%\x81\x81\x81\x81\n\n', 'latin1');

/** More objects than any handout has; so many numbers fit into what a cross-reference stream has for one. */
const BASE_END = 2 ** 16;

/**
 * Makes a sheet ready to be stamped: the markers of its slots go, and what a panel brings, or what is made for each file,
 * is named in their place by the number it will have.
 * @param draft a sheet after `BASE_STEPS`; it is used up
 * @param options which edges of slot and panel meet
 * @throws {UnrepairableError} for a sheet without a slot, or with one that no panel can be put into
 */
export function compileBase(draft: Draft, { anchor }: { anchor: Anchor }): Base {
  const { document } = draft;
  const { context } = document;
  const slots = findSlots(document);
  const [first, ...others] = slots;
  const numbering = new Numbering(SLOT_PARENT + 1, BASE_END, 'a sheet');
  const standIn = (number: number) => numbering.newStandIn(context, number);
  slots.forEach(({ page }, part) => numbering.set(page.ref, slotPage(part)));
  numbering.set(first.element.dict.get(KEYS.parent) as PDFRef, SLOT_PARENT);

  joinMarkers(document, others);
  openElements(document, first, { top: standIn(OBJECTS.panelTop), ids: standIn(OBJECTS.panelIds) });
  const open = openPages(draft, slots, standIn(OBJECTS.panelParents), numbering);
  const bookmarks = openBookmarks(document, first.bookmark, numbering);

  const { Root: root, Info: information } = context.trailerInfo as Record<string, PDFRef>;
  const { own, after, above } = bookmarks;
  const ofPages = open.flatMap(({ resources, claims, annotations }) => [resources, ...claims, ...annotations]);
  const refs = reachable(context, [root, information, ...ofPages, own, after, ...above], (ref) =>
    numbering.isStandIn(ref),
  );
  numbering.add(refs);
  const numberOf = (ref: PDFRef) => numbering.of(ref);
  const packed = packObjects(
    refs.map((ref) => packable(ref, context, numberOf)),
    () => numbering.next(),
  );
  const { index, bytes: entries } = writeCrossReferences(packed.locations, HEADER.length);
  const base = {
    entries: { index, bytes: entries },
    root: numberOf(root as PDFRef),
    information: numberOf(information as PDFRef),
    size: numbering.next(),
    anchor,
    slots: open.map(({ edges, scale, claims, resources, annotations }) => ({
      edges,
      scale,
      claims: writeReferences(claims, numberOf),
      resources: writeResources(resources, numberOf, asSheetName),
      annotations: writeReferences(annotations, numberOf),
    })),
    bookmarks: writeBookmarks(bookmarks, numbering),
  };
  const bytes = Buffer.concat([HEADER, packed.bytes]);
  return { ...base, bytes, digest: digestOf([bytes, JSON.stringify(base)]) };
}

/** Opens the pages of all slots. @returns what each has of its own beside its slot */
function openPages(draft: Draft, slots: readonly Slot[], panelParents: PDFRef, numbering: Numbering) {
  const { document, contents } = draft;
  const claimsOf = openParentTree(document, slots, panelParents);
  const open = slots.map((slot, part) => {
    const { page, edges, annotation } = slot;
    const claims = claimsOf[part] ?? [];
    const operations = contents.get(page) ?? [];
    const scale = slotScale(operations);
    checkClaims(operations, claims);
    const annotations = page.node.Annots()?.asArray().filter(isOther(annotation)) ?? [];
    const resources = page.node.Resources();
    openPage(draft, slot, part, numbering);
    return { edges, scale, claims, resources, annotations };
  });
  writeContents(draft);
  return open;
}

function asSheetName(name: string): string {
  if (name.startsWith(PANEL_PREFIX))
    throw new Error(`A sheet has a resource of the name ${name}, as if it were of a panel.`);
  return name;
}

const isOther =
  (ref: PDFRef) =>
  (other: unknown): other is PDFRef =>
    other instanceof PDFRef && other !== ref;
