/**
 * The numbers of the objects of a stamped PDF are fixed before it is known which sheet and which panel meet, so that no
 * file needs one of them written anew. Numbers that a file does not use are gaps in its cross-reference stream.
 *
 *     1 …             what sheet and panel both name, and what is made for each file
 *     PARTS_FIRST …   the same for each page of the panel, see {@link partObject}
 *     SHARED_FIRST …  what several panels of a batch use: their fonts above all
 *     PANEL_FIRST …   the panel's own
 *     BASE_FIRST …    the sheet's own
 */
export const OBJECTS = {
  /** Topmost element of the panel. */
  panelTop: 1,
  /** Leaf of the parent tree: who claims the content of the slots' pages, and the links of the panel. */
  panelParents: 2,
  /** Leaf of the tree of element ids. */
  panelIds: 3,
  /** Made for each file: the cross-reference stream. */
  crossReferences: 4,
  /** Made for each file: the first bookmark of the panel, with those of its parts below it. */
  bookmark: 5,
  /** Made for each file: the sheet's bookmark behind those of the panel, if there is one on their level. */
  bookmarkAfter: 6,
  /** Made for each file: the first of the bookmarks above the panel's, which count what is below them; see below. */
  bookmarksAbove: 7,
} as const;

/** Headings have six levels: five may be above that of a panel, and the outline itself above them all. */
export const MOST_BOOKMARKS_ABOVE = 6;

/** What there is of each page of a panel, in the order of its numbers. */
const OF_A_PART = {
  /** What the page draws. */
  content: 0,
  /** Made for each file: the change of coordinates before that. */
  placing: 1,
  /** Made for each file: elements that claim the content of the slot's page, by MCID. */
  claims: 2,
  /** Made for each file: fonts and other resources of the slot's page. */
  resources: 3,
  /** Made for each file: list of the annotations of the slot's page. */
  annotations: 4,
} as const;
const OBJECTS_OF_A_PART = Object.keys(OF_A_PART).length;

/** More pages than a panel has in any form. */
export const MOST_PANEL_PAGES = 6;

/** First number of what is of one page of a panel. */
export const PARTS_FIRST = OBJECTS.bookmarksAbove + MOST_BOOKMARKS_ABOVE;

/** Number of an object of one page of a panel. @param part index of the page among those of the panel */
export function partObject(part: number, kind: keyof typeof OF_A_PART): number {
  return PARTS_FIRST + part * OBJECTS_OF_A_PART + OF_A_PART[kind];
}

/** The first number that panels of so many pages have no fixed use for. */
export function fixedEnd(pages: number): number {
  return PARTS_FIRST + pages * OBJECTS_OF_A_PART;
}

/** First number of what several panels of a batch use. */
export const SHARED_FIRST = fixedEnd(MOST_PANEL_PAGES);
/** First number of what a panel alone uses. */
export const PANEL_FIRST = 1024;
/** First number of a sheet's objects: its pages with slots, in order. */
export const BASE_FIRST = 2048;
/** The element that the panel stands in. */
export const SLOT_PARENT = BASE_FIRST + MOST_PANEL_PAGES;

/** Number of the page that a page of a panel is put on. @param part index of the page among those of the panel */
export function slotPage(part: number): number {
  return BASE_FIRST + part;
}

/** MCIDs of each page of a panel are below this number; those of the slot's page start from it. */
export const PANEL_MARKS = 256;

/** Key in the parent tree of the first page with a slot. A sheet's other keys count from 0. */
export const SLOT_KEY = 100_000;
/** Key of the first of the panel's links. */
export const LINK_KEY = SLOT_KEY + MOST_PANEL_PAGES;

/** What the names of a panel's resources start with, so that none is one of the page's: Chromium's are such as `F4`. */
export const PANEL_PREFIX = 'Panel';

/** Kinds of resources that a page names (ISO 32000-1, 7.8.3), in the order in which they are written. */
export const RESOURCE_KINDS = [
  'ColorSpace',
  'ExtGState',
  'Font',
  'Pattern',
  'Properties',
  'Shading',
  'XObject',
] as const;

/** Bytes of an entry of the cross-reference stream: its kind, a place in three bytes, a place in an object stream. */
export const ENTRY_BYTES = 5;
/** An object stream holds no more objects than the last byte of an entry can count. */
export const MOST_PACKED = 256;
