import type { PDFContext, PDFRef } from '@cantoo/pdf-lib';

/** Numbers that the objects of a document have in stamped files. */
export class Numbering {
  readonly #numbers = new Map<PDFRef, number>();
  readonly #standIns = new Set<PDFRef>();
  readonly #end: number;
  readonly #what: string;
  #next: number;

  /**
   * @param first number to be given
   * @param end number that must not be reached
   * @param what is numbered, for a message: `a panel`
   */
  constructor(first: number, end: number, what: string) {
    this.#next = first;
    this.#end = end;
    this.#what = what;
  }

  /** A number for an object that has no reference yet. @throws {Error} where there is none left */
  next(): number {
    if (this.#next >= this.#end) throw new Error(`There are no object numbers left for ${this.#what}.`);
    return this.#next++;
  }

  /** Gives each object that has none yet the next number. */
  add(refs: readonly PDFRef[]): void {
    for (const ref of refs) if (!this.#numbers.has(ref)) this.#numbers.set(ref, this.next());
  }

  /** Gives an object a certain number. */
  set(ref: PDFRef, number: number): void {
    this.#numbers.set(ref, number);
  }

  /** Lets an object stand for one that the stamped file gets from elsewhere. */
  setStandIn(ref: PDFRef, number: number): void {
    this.#numbers.set(ref, number);
    this.#standIns.add(ref);
  }

  /** A new reference that stands for an object which the stamped file gets from elsewhere. */
  newStandIn(context: PDFContext, number: number): PDFRef {
    const ref = context.nextRef();
    this.setStandIn(ref, number);
    return ref;
  }

  /** True for what the stamped file gets from elsewhere. */
  isStandIn(ref: PDFRef): boolean {
    return this.#standIns.has(ref);
  }

  /** Number of an object. @throws {Error} for one that should not be in the file */
  of(ref: PDFRef): number {
    const number = this.#numbers.get(ref);
    if (number === undefined) throw new Error(`Object ${ref.toString()} is not to be in ${this.#what}.`);
    return number;
  }
}
