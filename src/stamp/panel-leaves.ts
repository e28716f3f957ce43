import type { PDFRef } from '@cantoo/pdf-lib';
import { LINK_KEY, OBJECTS, partObject, SLOT_KEY } from './object-numbers.ts';
import type { PackableObject } from './pack-objects.ts';
import type { PanelTree } from './panel-trees.ts';
import type { NumberOf } from './write-object.ts';

/** Writes who claims the content of the slots' pages, then the panel's links: a leaf of the parent tree (ISO 32000-1,
 * 14.7.4.4). */
export function parentsLeaf({ pages, annotations }: PanelTree, numberOf: NumberOf): PackableObject {
  const claims = pages.map((_, part) => `${SLOT_KEY + part} ${partObject(part, 'claims')} 0 R`);
  const links = [...annotations.values()].map((element, index) => `${LINK_KEY + index} ${numberOf(element)} 0 R`);
  const lastKey = links.length > 0 ? LINK_KEY + links.length - 1 : SLOT_KEY + pages.length - 1;
  const text = `<</Limits[${SLOT_KEY} ${lastKey}]/Nums[${[...claims, ...links].join(' ')}]>>`;
  return { number: OBJECTS.panelParents, text };
}

/** Writes the names of the panel's elements: a leaf of the tree of ids (ISO 32000-1, 7.9.6). */
export function idsLeaf(names: readonly [string, PDFRef][], numberOf: NumberOf): PackableObject {
  const list = names.map(([name, ref]) => `(${name})${numberOf(ref)} 0 R`);
  const text = `<</Limits[(${names[0]?.[0]})(${names.at(-1)?.[0]})]/Names[${list.join('')}]>>`;
  return { number: OBJECTS.panelIds, text };
}
