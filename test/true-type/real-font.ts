import { readFile } from 'node:fs/promises';
import { create, type Font } from 'fontkitten';
import subsetFont from 'subset-font';
import { readTrueType, type TrueType } from '../../src/true-type/read-true-type.ts';

/** A font of the press, cut to the letters of a text, as a TrueType file. */
export async function fontFileFor(text: string, script: 'khmer' | 'arabic' | 'devanagari' = 'khmer'): Promise<Buffer> {
  const file = `@fontsource/noto-sans-${script}/files/noto-sans-${script}-${script}-400-normal.woff2`;
  const whole = await readFile(new URL(import.meta.resolve(file)));
  return Buffer.from(await subsetFont(whole, text, { targetFormat: 'sfnt' }));
}

export function trueTypeOf(file: Buffer): TrueType {
  const font = readTrueType(file);
  if (!font) throw new Error('The file is no TrueType font.');
  return font;
}

/** A font as an independent program reads it. */
export function openedFont(file: Buffer): Font {
  const font = create(file);
  if (font.isCollection) throw new Error('A single font was expected.');
  return font;
}

/** Lines and curves of a glyph, such as `moveTo 12 30`, moved by so many units. */
export function shapeOf(font: Font, glyph: number, [dx, dy] = [0, 0]): string[] {
  return font.getGlyph(glyph).path.commands.map(({ command, args }) => {
    return [command, ...args.map((value, index) => value + (index % 2 === 0 ? dx : dy))].join(' ');
  });
}
