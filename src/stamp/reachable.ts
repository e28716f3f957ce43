import { PDFArray, type PDFContext, PDFDict, type PDFObject, PDFRef, PDFStream } from '@cantoo/pdf-lib';

/**
 * All objects that others lead to, each once, in the order in which they are first named.
 * @param isOutside true for what is left out, with what only that leads to
 */
export function reachable(
  context: PDFContext,
  from: readonly (PDFObject | undefined)[],
  isOutside: (ref: PDFRef) => boolean = () => false,
): PDFRef[] {
  const met = new Set<PDFRef>();
  // A list and not the stack: a page leads to its parent, and so to all other pages.
  const waiting = from.toReversed();
  while (waiting.length > 0) {
    const object = waiting.pop();
    if (object instanceof PDFRef) {
      if (met.has(object) || isOutside(object)) continue;
      met.add(object);
      waiting.push(context.lookup(object));
    } else if (object instanceof PDFDict) waiting.push(...object.values().reverse());
    else if (object instanceof PDFArray) waiting.push(...object.asArray().toReversed());
    else if (object instanceof PDFStream) waiting.push(object.dict);
  }
  return [...met];
}
