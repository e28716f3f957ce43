import { PDFDict, PDFName } from '@cantoo/pdf-lib';
import type { Resources } from './compiled.ts';
import { RESOURCE_KINDS } from './object-numbers.ts';
import { type NumberOf, writeObject } from './write-object.ts';

/**
 * Writes what a page names of each kind of resource. Kinds that say nothing any longer (`ProcSet`; ISO 32000-1, 14.2)
 * are left out.
 * @param rename gives the name that the stamped page has for one
 */
export function writeResources(
  resources: PDFDict | undefined,
  numberOf: NumberOf,
  rename: (name: string) => string,
): Resources {
  const written = RESOURCE_KINDS.map((kind) => {
    const list = resources?.lookupMaybe(PDFName.of(kind), PDFDict)?.entries() ?? [];
    const texts = list.map(([key, value]) => {
      const name = PDFName.of(rename(key.decodeText()));
      return `${name.toString()} ${writeObject(value, numberOf)}`;
    });
    return [kind, texts.join('')] as const;
  });
  return Object.fromEntries(written) as Resources;
}
