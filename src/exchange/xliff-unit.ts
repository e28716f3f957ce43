import { error, type Problem } from '../problem.ts';
import type { XmlElement } from './parse-xml.ts';
import type { ReturnedPiece, ReturnedUnit } from './returned.ts';

/** Words or a code whose data, which may stand after it, is not looked up yet. */
type UnitPiece = string | { id: string; part: 'whole' | 'opening' | 'closing'; dataRef?: string };

interface Segment {
  isIgnorable: boolean;
  state?: string;
  source: UnitPiece[];
  target?: UnitPiece[];
  /** Where its translation stands among the segments of the unit, if elsewhere; 1-based. */
  order?: number;
}

/** From here on a translator says that it is done (XLIFF 2.1, section 4.7.1.4). */
const DONE = ['translated', 'reviewed', 'final'];

/** A unit of XLIFF 2 while it is read. Its segments, which a tool may have split, become one text again. */
export class XliffUnit {
  readonly #id: string;
  readonly #line: number;
  readonly #data = new Map<string, string>();
  readonly #segments: Segment[] = [];
  readonly #unknown: string[] = [];
  #dataId: string | undefined;
  /** The source or target that is open. */
  #pieces: UnitPiece[] | undefined;
  /** Ends of the paired codes that are open. */
  readonly #ends: UnitPiece[] = [];
  /** Ids of the codes by that of where they start, for an end that names only that. */
  readonly #starts = new Map<string, string>();

  constructor(id: string, line: number) {
    this.#id = id;
    this.#line = line;
  }

  /** Reads the start of an element inside the unit. */
  open({ name, attributes }: XmlElement): void {
    if (this.#pieces) this.#openInline(name, attributes, this.#pieces);
    else if (name === 'data') {
      this.#dataId = attributes.id ?? '';
      this.#data.set(this.#dataId, '');
    } else if (name === 'segment' || name === 'ignorable') {
      this.#segments.push({ isIgnorable: name === 'ignorable', state: attributes.state, source: [] });
    } else if (name === 'source' || name === 'target') this.#openText(name, attributes);
  }

  /** Reads the end of an element inside the unit. */
  close({ name }: XmlElement): void {
    if (name === 'data') this.#dataId = undefined;
    else if (name === 'source' || name === 'target') this.#pieces = undefined;
    else if (name === 'pc' && this.#pieces) {
      const end = this.#ends.pop();
      if (end !== undefined) this.#pieces.push(end);
    }
  }

  /** Reads words inside the unit. */
  text(words: string): void {
    if (this.#dataId !== undefined) this.#data.set(this.#dataId, (this.#data.get(this.#dataId) ?? '') + words);
    else this.#pieces?.push(words);
  }

  /** The unit as one text, and what cannot be understood of it. */
  finish(of: string, file: string): { unit: ReturnedUnit; problems: Problem[] } {
    const segments = this.#segments.filter(({ isIgnorable }) => !isIgnorable);
    const source = this.#segments.flatMap((segment) => segment.source);
    const isWhole = segments.every(({ target = [] }) => wordsIn(target));
    const inOrder = this.#segments
      .map((segment, index) => ({ segment, order: segment.order ?? index + 1 }))
      .sort((a, b) => a.order - b.order);
    // White space between segments is rarely written out in the target.
    const target = isWhole ? inOrder.flatMap(({ segment }) => segment.target ?? segment.source) : [];
    const states = segments.map(({ state }) => state);
    const hasStates = states.some((state) => state !== undefined);
    const resolve = (pieces: UnitPiece[]): ReturnedPiece[] =>
      pieces.map((piece): ReturnedPiece => {
        if (typeof piece === 'string') return piece;
        const { id, part, dataRef } = piece;
        const data = dataRef === undefined ? undefined : this.#data.get(dataRef);
        return { id, part, ...(data !== undefined && { data }) };
      });
    const unit: ReturnedUnit = {
      of,
      id: this.#id,
      source: resolve(source),
      target: resolve(target),
      isLeft: segments.every((segment) => segment.target === undefined),
      ...(hasStates && { isDone: states.every((state) => DONE.includes(state ?? '')) }),
      line: this.#line,
    };
    const problems = this.#unknown.map((name) => {
      const what = `The text "${this.#id}" has <${name}>, which is no inline code of XLIFF 2.`;
      return error({ file, line: this.#line }, what, 'remove it in the translation program.');
    });
    return { unit, problems };
  }

  #openText(name: 'source' | 'target', { order }: XmlElement['attributes']): void {
    const segment = this.#segments.at(-1);
    if (!segment) return;
    this.#pieces = name === 'source' ? segment.source : (segment.target ??= []);
    if (name === 'target' && /^[1-9]\d{0,3}$/.test(order ?? '')) segment.order = Number(order);
  }

  #openInline(name: string, attributes: XmlElement['attributes'], pieces: UnitPiece[]): void {
    const { id: own = '', copyOf, dataRef, dataRefStart, dataRefEnd, startRef } = attributes;
    const id = copyOf ?? own;
    if (name === 'ph') pieces.push({ id, part: 'whole', dataRef });
    else if (name === 'pc') {
      pieces.push({ id, part: 'opening', dataRef: dataRefStart });
      this.#ends.push({ id, part: 'closing', dataRef: dataRefEnd });
    } else if (name === 'sc') {
      this.#starts.set(own, id);
      pieces.push({ id, part: 'opening', dataRef });
    } else if (name === 'ec') {
      pieces.push({ id: this.#starts.get(startRef ?? '') ?? startRef ?? id, part: 'closing', dataRef });
    } else if (name === 'cp') pieces.push('\uFFFD');
    // Marks of a tool's own, such as of terms, say nothing of the text.
    else if (!['mrk', 'sm', 'em'].includes(name)) this.#unknown.push(name);
  }
}

function wordsIn(pieces: readonly UnitPiece[]): boolean {
  return pieces.some((piece) => typeof piece !== 'string' || piece.trim() !== '');
}
