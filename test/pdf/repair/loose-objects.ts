import { PDFArray, PDFDict, type PDFDocument, type PDFObject, PDFRef, PDFStream } from '@cantoo/pdf-lib';
import { tidy } from './shown-tree.ts';

/** Objects of a file that nothing leads to, and references to objects it does not have. */
export function looseObjects({ context }: PDFDocument): string[] {
  const met = new Set<PDFRef>();
  const missing: string[] = [];
  const visit = (object: PDFObject | undefined): void => {
    if (object instanceof PDFRef) {
      if (met.has(object)) return;
      met.add(object);
      const value = context.lookup(object);
      if (value === undefined) missing.push(`nothing at ${object.toString()}`);
      visit(value);
    } else if (object instanceof PDFDict) object.values().forEach(visit);
    else if (object instanceof PDFArray) object.asArray().forEach(visit);
    else if (object instanceof PDFStream) visit(object.dict);
  };
  Object.values(context.trailerInfo).forEach(visit);
  const unmet = context.enumerateIndirectObjects().filter(([ref]) => !met.has(ref));
  return [...unmet.map(([, object]) => tidy(object instanceof PDFStream ? object.dict : object)), ...missing];
}
