import type { Operation } from './content-stream.ts';

/** What marking a page changed of its tagged content, by MCID. */
export interface MarkChanges {
  operations: Operation[];
  /** Marks that held decoration only: no element may claim them any longer. */
  dropped: Set<number>;
  /** Marks in which decoration stood between texts: the texts after it, in order, under new numbers. */
  continued: Map<number, number[]>;
}

/** Tags whose shapes are what they are about, not decoration: drawings, and bullets drawn as shapes. */
const DRAWN_TAGS = new Set(['Figure', 'Lbl']);
const PATH_STARTS = new Set(['m', 're']);
const PATH_PAINTERS = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*']);
const MARK_OPENERS = new Set(['BDC', 'BMC']);

/**
 * Tells what a page says from what only adorns it (ISO 14289-1, 7.1; ISO 32000-1, 14.8.2.2). Chromium leaves footers,
 * grounds and rules unmarked, and marks the borders of a box as if they were its text; here every shape outside a
 * drawing becomes an artifact, and so does text that no element claims.
 *
 * Input: `/P <</MCID 0>> BDC`, a border, a text, `EMC`, a footer
 * Output: `/Artifact … BDC`, the border, `EMC`, `/P <</MCID 0>> BDC`, the text, `EMC`, `/Artifact … BDC`, the footer, `EMC`
 */
export function markArtifacts(operations: readonly Operation[]): MarkChanges {
  const marker = new ArtifactMarker(operations);
  for (let index = 0; index < operations.length;) index = marker.take(index);
  return marker.finish();
}

/** A mark as Chromium set it. */
interface SourceMark {
  opening: Operation;
  mcid: number;
  isDrawing: boolean;
}

const FOOTER = artifact('Pagination');
/** Opens what only adorns a page. */
export const DECORATION = artifact('Layout');

class ArtifactMarker {
  readonly #operations: readonly Operation[];
  readonly #written: Operation[] = [];
  /** The marks of the page, open at this place; marks without MCID are left out. */
  readonly #marks: (SourceMark | undefined)[] = [];
  readonly #met: number[] = [];
  readonly #kept = new Set<number>();
  readonly #continued = new Map<number, number[]>();
  #nextId: number;
  /** What the last painted thing was marked as, and where it ended in what is written. */
  #opening: Operation | undefined;
  #current: SourceMark | undefined;
  #end = 0;

  constructor(operations: readonly Operation[]) {
    this.#operations = operations;
    this.#nextId = 1 + Math.max(-1, ...operations.map((operation) => mcidOf(operation) ?? -1));
  }

  /** Takes the operation at an index, with all that belongs to it. @returns index of the next */
  take(index: number): number {
    const operation = this.#operations[index] as Operation;
    const { operator } = operation;
    if (MARK_OPENERS.has(operator)) this.#open(operation);
    else if (operator === 'EMC') this.#marks.pop();
    else if (operator === 'BT') return this.#takeText(index);
    else if (PATH_STARTS.has(operator)) return this.#takePath(index);
    else if (operator === 'Do' || operator === 'sh') this.#paint([operation], this.#shapeMark(), DECORATION);
    else this.#written.push(operation);
    return index + 1;
  }

  finish(): MarkChanges {
    this.#close();
    const dropped = new Set(this.#met.filter((mcid) => !this.#kept.has(mcid)));
    return { operations: this.#written, dropped, continued: this.#continued };
  }

  #open(opening: Operation): void {
    const mcid = mcidOf(opening);
    const [tag] = opening.operands;
    const isDrawing = tag?.type === 'name' && DRAWN_TAGS.has(tag.value);
    if (mcid !== undefined) this.#met.push(mcid);
    this.#marks.push(mcid === undefined ? undefined : { opening, mcid, isDrawing });
  }

  /** A text object, with the marks within it. */
  #takeText(start: number): number {
    let end = start;
    while (this.#operations[end] && this.#operations[end]?.operator !== 'ET') end++;
    const text = this.#operations.slice(start, end + 1);
    const hasLetters = text.some(({ operator }) => operator === 'Tj' || operator === 'TJ');
    if (hasLetters) this.#paint(text, this.#textMark(), FOOTER);
    // A line of another page whose ink almost reaches this one: no letter of it is drawn, so nothing is to be read.
    else this.#written.push(...text.filter(({ operator }) => !MARK_OPENERS.has(operator) && operator !== 'EMC'));
    return end + 1;
  }

  /** A path from its first point to its painting; one that only clips paints nothing and needs no mark. */
  #takePath(start: number): number {
    let end = start;
    while (this.#operations[end] && !isPathEnd(this.#operations[end] as Operation)) end++;
    const path = this.#operations.slice(start, end + 1);
    if (PATH_PAINTERS.has(path.at(-1)?.operator ?? '')) this.#paint(path, this.#shapeMark(), DECORATION);
    else this.#written.push(...path);
    return end + 1;
  }

  #textMark(): SourceMark | undefined {
    return this.#marks.findLast((mark) => mark !== undefined);
  }

  #shapeMark(): SourceMark | undefined {
    const mark = this.#textMark();
    return mark?.isDrawing ? mark : undefined;
  }

  /** Writes what is painted, within a mark that lasts as long as the same mark is wanted. */
  #paint(painting: readonly Operation[], mark: SourceMark | undefined, otherwise: Operation): void {
    const isSame = this.#opening !== undefined && (mark ? this.#current === mark : this.#opening === otherwise);
    if (!isSame) {
      this.#close();
      this.#opening = mark ? this.#openingOf(mark) : otherwise;
      this.#current = mark;
      this.#written.push(this.#opening);
    }
    this.#written.push(...painting);
    this.#end = this.#written.length;
  }

  /** The mark again, under a number of its own if it was interrupted. */
  #openingOf({ opening, mcid }: SourceMark): Operation {
    if (!this.#kept.has(mcid)) {
      this.#kept.add(mcid);
      return opening;
    }
    const next = this.#nextId++;
    this.#continued.set(mcid, [...(this.#continued.get(mcid) ?? []), next]);
    const [tag] = opening.operands;
    const entries = new Map([['MCID', { type: 'number' as const, value: next }]]);
    return { operator: 'BDC', operands: [...(tag ? [tag] : []), { type: 'dictionary', entries }] };
  }

  /** Ends the open mark right after what it is for, before any change of the graphics state that followed. */
  #close(): void {
    if (this.#opening) this.#written.splice(this.#end, 0, { operator: 'EMC', operands: [] });
    this.#opening = undefined;
    this.#current = undefined;
  }
}

function isPathEnd({ operator }: Operation): boolean {
  return operator === 'n' || PATH_PAINTERS.has(operator);
}

/** The number of the marked content an operation opens, if it opens one that an element can claim. */
export function mcidOf({ operator, operands }: Operation): number | undefined {
  const properties = operands[1];
  if (operator !== 'BDC' || properties?.type !== 'dictionary') return undefined;
  const mcid = properties.entries.get('MCID');
  return mcid?.type === 'number' ? mcid.value : undefined;
}

function artifact(type: 'Pagination' | 'Layout'): Operation {
  const entries = new Map([['Type', { type: 'name' as const, value: type }]]);
  return {
    operator: 'BDC',
    operands: [
      { type: 'name', value: 'Artifact' },
      { type: 'dictionary', entries },
    ],
  };
}
