import type { RESOURCE_KINDS } from './object-numbers.ts';

/** Which edges of panel and slot meet: the lower ones on forms of fixed pages, the upper ones where text flows on. */
export type Anchor = 'top' | 'bottom';

/** Edges of a rectangle, in points from the lower left corner of its page. */
export interface Edges {
  left: number;
  bottom: number;
  top: number;
}

/** What a page names of each kind of resource, as PDF writes it: `/F4 2101 0 R`. */
export type Resources = Record<(typeof RESOURCE_KINDS)[number], string>;

/** A part of a cross-reference stream (ISO 32000-1, 7.5.8). */
export interface Entries {
  /** For its `Index`: first number and count of each stretch of numbers without a gap. */
  index: string;
  /** The entries, each of `ENTRY_BYTES`. */
  bytes: Uint8Array;
}

/**
 * An object that says where something is on its page, which is known when the panel is put there. Its coordinates are x
 * and y by turns, in points of the panel's page; each stands behind the text of the same index, and a text comes last.
 */
export interface PlacedObject {
  /** Number of the object. */
  number: number;
  /** Index of its entry among those of the panel. */
  entry: number;
  /** Index of its page among those of the panel. */
  part: number;
  texts: string[];
  coordinates: number[];
}

/** A sheet with a slot, ready to be stamped. It is plain data, which a cache can hold. */
export interface Base {
  /** The header of the file and all objects of the sheet. */
  bytes: Uint8Array;
  entries: Entries;
  /** Object numbers of the catalog and the information dictionary. */
  root: number;
  information: number;
  /** One more than the greatest object number. */
  size: number;
  anchor: Anchor;
  /** One for each page of a panel, each on a page of its own, in the order of the pages. */
  slots: BaseSlot[];
  bookmarks: BaseBookmarks;
  /** Four numbers of 32 bits that tell the sheet from others. */
  digest: number[];
}

/** A slot of a sheet, and what is on its page beside it. */
export interface BaseSlot {
  edges: Edges;
  /** Size of what is on the page, as a part of what its style sheet has: 1, or a little less. */
  scale: number;
  /** References to the elements that claim the page's own content, by MCID from `PANEL_MARKS` on. */
  claims: string;
  resources: Resources;
  /** References to the page's own annotations. */
  annotations: string;
}

/** What a sheet says of the bookmarks around a panel's. */
export interface BaseBookmarks {
  /** What the panel's bookmark says of the one above it, and its first one of that before it. */
  parent: string;
  previous: string;
  /** The one behind those of the panel, but for its `Prev`; missing where the panel's are the last of their level. */
  after?: string;
  /** Those above, the nearest first: what they say but for their `Count`, and that number without the panel's. */
  above: { text: string; count: number }[];
}

/** A clinic's panel, ready to be put into the slots of a sheet. It is plain data, which a cache can hold. */
export interface Panel {
  /** Indices, in the batch, of the objects it shares with other panels. */
  shared: number[];
  /** The objects it has alone. */
  bytes: Uint8Array;
  /** Bytes of all of these. */
  length: number;
  /** Of all objects but the sheet's; places count from the first byte behind the sheet. */
  entries: Entries;
  /** Indices of the entries that hold such a place. */
  movedEntries: number[];
  /** How many pages it has. */
  pages: number;
  /** What is of each of its pages, in order. */
  parts: PanelPart[];
  /** Its topmost bookmarks in order, but for what the sheet says of their neighbours. */
  topBookmarks: PlacedObject[];
  /** How many bookmarks it has in all. */
  bookmarks: number;
  /** Links, boxes of pictures, and bookmarks below the topmost. */
  placed: PlacedObject[];
  /** Four numbers of 32 bits that tell the panel from others. */
  digest: number[];
}

/** A page of a panel. */
export interface PanelPart {
  /** Edges of the page. */
  box: Edges;
  /** References to the elements that claim its content, by MCID, filled up to `PANEL_MARKS`. */
  claims: string;
  resources: Resources;
  /** References to its annotations. */
  annotations: string;
}

/** The panels of many clinics. */
export interface PanelBatch {
  /** What several of them use: each piece is some objects as they stand in a file. */
  shared: Uint8Array[];
  /** In the order of their pages. */
  panels: Panel[];
}
