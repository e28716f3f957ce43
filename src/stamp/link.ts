import type { Anchor, Base, BaseSlot, Panel, PanelBatch, PanelPart, PlacedObject, Resources } from './compiled.ts';
import { OBJECTS, partObject, RESOURCE_KINDS } from './object-numbers.ts';
import { type Move, movePlaces, placedText, SmallObjects, writeCoordinate } from './small-objects.ts';

/**
 * Puts a clinic's panel into the slots of a sheet, a page of it into each. A file is the sheet, what the panel shares
 * with others, the panel, a few small objects that name parts of both, and a cross-reference stream. Nothing is read,
 * packed or hashed, so that it takes microseconds, and nothing is used that a browser has not.
 * @param shared of the batch the panel is from
 * @returns the pieces of the file in order; most of them are the given ones, so nobody may write to them
 * @throws {Error} for a panel with more or fewer pages than the sheet has slots, and for a file of 16 MB or more
 */
export function link(base: Base, panel: Panel, { shared }: Pick<PanelBatch, 'shared'>): Uint8Array[] {
  if (panel.parts.length !== base.slots.length) {
    const [pages, slots] = [panel.parts.length, base.slots.length];
    throw new Error(`A panel of ${pages} pages cannot be put into a sheet with slots for ${slots}.`);
  }
  const start = base.bytes.length;
  const entries = panel.entries.bytes.slice();
  movePlaces(entries, panel.movedEntries, start);
  const objects = new SmallObjects(start + panel.length, entries);
  const moves = base.slots.map((slot, part) => {
    const own = panel.parts[part] as PanelPart;
    const move = moveInto(base.anchor, slot, own);
    addPart(objects, part, slot, own, move);
    return move;
  });
  addBookmarks(objects, base, panel, moves);
  addPlaced(objects, panel, moves);
  const table = objects.next;
  objects.addStart(OBJECTS.crossReferences, tableStart(base, panel));
  return [
    base.bytes,
    ...panel.shared.map((index) => shared[index] as Uint8Array),
    panel.bytes,
    objects.bytes,
    objects.entries,
    base.entries.bytes,
    new TextEncoder().encode(`\nendstream\nendobj\nstartxref\n${table}\n%%EOF\n`),
  ];
}

/** Adds what puts a page of the panel into its slot, and what names parts of it beside parts of the sheet's page. */
function addPart(objects: SmallObjects, part: number, slot: BaseSlot, own: PanelPart, { scale, x, y }: Move): void {
  const placing = `q ${scale} 0 0 ${scale} ${writeCoordinate(x)} ${writeCoordinate(y)} cm`;
  objects.add(partObject(part, 'placing'), `<</Length ${placing.length}>>\nstream\n${placing}\nendstream`);
  objects.add(partObject(part, 'claims'), `[${own.claims} ${slot.claims}]`);
  objects.add(partObject(part, 'resources'), joinResources(slot.resources, own.resources));
  objects.add(partObject(part, 'annotations'), `[${slot.annotations} ${own.annotations}]`);
}

/** Adds the panel's topmost bookmarks, and the sheet's that name or count them. */
function addBookmarks(objects: SmallObjects, { bookmarks }: Base, panel: Panel, moves: readonly Move[]): void {
  const last = panel.topBookmarks.length - 1;
  panel.topBookmarks.forEach((bookmark, index) => {
    const previous = index === 0 ? bookmarks.previous : '';
    const next = index === last && bookmarks.after !== undefined ? `/Next ${OBJECTS.bookmarkAfter} 0 R` : '';
    const text = `<<${bookmarks.parent}${previous}${next}${movedText(bookmark, moves)}>>`;
    objects.add(bookmark.number, text, bookmark.entry);
  });
  const lastOfAll = `${panel.topBookmarks[last]?.number} 0 R`;
  if (bookmarks.after !== undefined) objects.add(OBJECTS.bookmarkAfter, `<<${bookmarks.after}/Prev ${lastOfAll}>>`);
  bookmarks.above.forEach(({ text, count }, index) => {
    const end = index === 0 && bookmarks.after === undefined ? `/Last ${lastOfAll}` : '';
    objects.add(OBJECTS.bookmarksAbove + index, `<<${text}${end}/Count ${count + panel.bookmarks}>>`);
  });
}

/** Adds what says where it is on its page. */
function addPlaced(objects: SmallObjects, { placed }: Panel, moves: readonly Move[]): void {
  for (const object of placed) objects.add(object.number, `<<${movedText(object, moves)}>>`, object.entry);
}

function movedText(object: PlacedObject, moves: readonly Move[]): string {
  return placedText(object, moves[object.part] as Move);
}

function moveInto(anchor: Anchor, { edges, scale }: BaseSlot, { box }: PanelPart): Move {
  return { scale, x: edges.left - scale * box.left, y: edges[anchor] - scale * box[anchor] };
}

function joinResources(base: Resources, panel: Resources): string {
  let text = '';
  for (const kind of RESOURCE_KINDS) {
    if (base[kind] || panel[kind]) text += `/${kind}<<${base[kind]}${panel[kind]}>>`;
  }
  return `<<${text}>>`;
}

/** The cross-reference stream (ISO 32000-1, 7.5.8) up to its entries: those of the panel, then those of the sheet. */
function tableStart(base: Base, panel: Panel): string {
  const id = mixDigests(base.digest, panel.digest);
  const length = panel.entries.bytes.length + base.entries.bytes.length;
  return `<</Type/XRef/Size ${base.size}/W[1 3 1]/Index[${panel.entries.index} ${base.entries.index}]\
/Root ${base.root} 0 R/Info ${base.information} 0 R/ID[<${id}><${id}>]/Length ${length}>>\nstream\n`;
}

/** An id of the file (ISO 32000-1, 14.4) that is another for each sheet and for each panel. */
function mixDigests(base: readonly number[], panel: readonly number[]): string {
  return base.map((word, index) => ((word ^ (panel[index] ?? 0)) >>> 0).toString(16).padStart(8, '0')).join('');
}
