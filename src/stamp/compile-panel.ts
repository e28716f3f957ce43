import { PDFDict, type PDFDocument, PDFName, type PDFPage, type PDFRef } from '@cantoo/pdf-lib';
import type { Operation } from '../pdf/content-stream.ts';
import { packContent } from '../pdf/repair/page-content.ts';
import type { Panel, PanelPart, PlacedObject } from './compiled.ts';
import { digestOf } from './digest.ts';
import { locatePanel } from './locate-panel.ts';
import { Numbering } from './numbering.ts';
import {
  BASE_FIRST,
  OBJECTS,
  PANEL_FIRST,
  PANEL_MARKS,
  PANEL_PREFIX,
  partObject,
  SLOT_PARENT,
  slotPage,
} from './object-numbers.ts';
import { packable, type PackableObject, packObjects } from './pack-objects.ts';
import { pageFrame } from './page-frame.ts';
import type { PanelBookmarks } from './panel-bookmarks.ts';
import { idsLeaf, parentsLeaf } from './panel-leaves.ts';
import { keyAnnotations, nameElements, nameLanguage } from './panel-structure.ts';
import type { PanelTree } from './panel-trees.ts';
import { placeObject } from './place-object.ts';
import { linksOn, type PlacedThing, placedThings } from './placed-things.ts';
import { renameResources } from './rename-resources.ts';
import type { SharedResources } from './share-resources.ts';
import { type NumberOf, writeReferences } from './write-object.ts';
import { writeResources } from './write-resources.ts';

/** A panel as it was printed, one of several in a document. */
export interface PanelSource {
  document: PDFDocument;
  /** Of all pages of the document. */
  contents: ReadonlyMap<PDFPage, readonly Operation[]>;
  tree: PanelTree;
  bookmarks: PanelBookmarks;
  shared: SharedResources;
  /** What it uses of that, and what it uses alone. */
  used: SharedResources['used'][number];
}

/**
 * Makes one panel ready to be put into slots.
 * @throws {UnrepairableError} for a page that Chromium made smaller
 */
export function compilePanel(source: PanelSource): Panel {
  const { document, contents, tree, bookmarks, shared, used } = source;
  const { context } = document;
  const names = nameElements(tree);
  nameLanguage(tree, document);
  keyAnnotations([...tree.annotations.keys()], document);
  const things = placedThings(source);

  const elements = tree.elements.map(({ ref }) => ref);
  const numbering = numberPanel(source, [...elements, ...things.map(({ ref }) => ref), ...used.own]);
  const numberOf = (ref: PDFRef) => shared.numbers.get(ref) ?? numbering.of(ref);
  const drawn = tree.pages.map((page, part) => content(contents.get(page) ?? [], part));
  const objects = [...elements, ...used.own].map((ref) => packable(ref, context, numberOf));
  const leaves = [parentsLeaf(tree, numberOf), idsLeaf(names, numberOf)];
  const packed = packObjects([...drawn, ...objects, ...leaves], () => numbering.next());

  const usedGroups = used.groups.flatMap((index) => shared.groups[index] ?? []);
  const { entryOf, ...located } = locatePanel(
    tree.pages.length,
    [...usedGroups, packed],
    things.map(({ ref }) => numberOf(ref)),
  );
  const place = ({ ref, key, part }: PlacedThing): PlacedObject => {
    const number = numberOf(ref);
    return { number, entry: entryOf(number), part, ...placeObject(context.lookup(ref, PDFDict), key, numberOf) };
  };
  const isTop = ({ ref }: PlacedThing) => bookmarks.top.includes(ref);
  const panel = {
    ...located,
    shared: used.groups,
    pages: tree.pages.length,
    parts: tree.pages.map((page) => compilePart(source, page, numberOf)),
    topBookmarks: things.filter(isTop).map(place),
    bookmarks: bookmarks.top.length + bookmarks.below.length,
    placed: things.filter((thing) => !isTop(thing)).map(place),
  };
  const digests = usedGroups.map(({ digest }) => digest.join());
  return { ...panel, bytes: packed.bytes, digest: digestOf([packed.bytes, ...digests, JSON.stringify(panel)]) };
}

function compilePart({ contents, tree }: PanelSource, page: PDFPage, numberOf: NumberOf): PanelPart {
  const claims = tree.claims.get(page.ref) ?? [];
  return {
    box: pageFrame(contents.get(page) ?? []),
    claims: writeReferences(
      Array.from({ length: PANEL_MARKS }, (_, mcid) => claims[mcid]),
      numberOf,
    ),
    resources: writeResources(page.node.Resources(), numberOf, asPanelName),
    annotations: writeReferences(linksOn(page, tree), numberOf),
  };
}

const asPanelName = (name: string): string => PANEL_PREFIX + name;

/** Numbers what a panel brings, and what it names that the sheet has. */
function numberPanel({ tree, bookmarks }: PanelSource, refs: readonly PDFRef[]): Numbering {
  const numbering = new Numbering(PANEL_FIRST, BASE_FIRST, 'a panel');
  const [top] = tree.elements;
  tree.pages.forEach(({ ref }, part) => numbering.set(ref, slotPage(part)));
  numbering.set(top?.dict.get(PDFName.of('P')) as PDFRef, SLOT_PARENT);
  numbering.set(top?.ref as PDFRef, OBJECTS.panelTop);
  numbering.set(bookmarks.top[0] as PDFRef, OBJECTS.bookmark);
  numbering.add(refs);
  return numbering;
}

function content(operations: readonly Operation[], part: number): PackableObject {
  const stream = packContent(renameResources(operations, asPanelName));
  return { number: partObject(part, 'content'), text: `<</Filter/FlateDecode/Length ${stream.length}>>`, stream };
}
