import { partNumbersIn } from '../../true-type/glyph-outline.ts';
import type { NewGlyph } from '../../true-type/write-true-type.ts';
import type { SourceFont } from './source-font.ts';

/** A glyph of a font Chromium wrote, moved by so many units. */
export interface SourcePart {
  font: SourceFont;
  glyph: number;
  dx: number;
  dy: number;
}

/**
 * A font to be written instead of others of the same weight: it takes over what is used of them, and has a glyph and a
 * code of its own for everything that is read as one. The code is the number of the glyph.
 */
export class MergedFont {
  readonly sources: SourceFont[] = [];
  readonly glyphs: NewGlyph[] = [];
  /** Text of each code, in the order in which the codes were given. */
  readonly texts = new Map<number, string>();
  readonly #places = new Map<string, number>();
  readonly #codes = new Map<string, number>();

  add(source: SourceFont): void {
    this.sources.push(source);
    // Glyph 0 is what is drawn for a code without a glyph.
    if (this.sources.length === 1) this.#placeOf(source, 0);
  }

  /** The code that draws these parts, takes the pen so far, and says this text. */
  codeFor(parts: readonly SourcePart[], advance: number, text: string): number {
    let key = `${advance}|${text}`;
    for (const { font, glyph, dx, dy } of parts) key += `|${font.ref.objectNumber}/${glyph}/${dx}/${dy}`;
    const known = this.#codes.get(key);
    if (known !== undefined) return known;
    const code = this.#plainGlyph(parts, advance) ?? this.#compose(parts, advance);
    this.#codes.set(key, code);
    this.texts.set(code, text);
    return code;
  }

  /** A glyph as it was, unless it says another text already. The empty box is always the first glyph. */
  #plainGlyph(parts: readonly SourcePart[], advance: number): number | undefined {
    const [part] = parts;
    if (!part || parts.length > 1 || part.dx !== 0 || part.dy !== 0) return undefined;
    if (part.font.trueType.advanceOf(part.glyph) !== advance) return undefined;
    const place = part.glyph === 0 ? 0 : this.#placeOf(part.font, part.glyph);
    return this.texts.has(place) && place !== 0 ? undefined : place;
  }

  #compose(parts: readonly SourcePart[], advance: number): number {
    const places = parts.map(({ font, glyph, dx, dy }) => ({ glyph: this.#placeOf(font, glyph), dx, dy }));
    return this.glyphs.push({ parts: places, advance }) - 1;
  }

  /** The place of a glyph of a source, which is taken over with the glyphs it is made of. */
  #placeOf(font: SourceFont, glyph: number): number {
    const key = `${font.ref.objectNumber}/${glyph}`;
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const outline = Buffer.from(font.trueType.outlineOf(glyph));
    const place = this.glyphs.push({ outline, advance: font.trueType.advanceOf(glyph) }) - 1;
    this.#places.set(key, place);
    for (const at of partNumbersIn(outline)) outline.writeUInt16BE(this.#placeOf(font, outline.readUInt16BE(at)), at);
    return place;
  }
}
