import jsQR from 'jsqr';

/** Pixels to a module: a phone sees more, a decoder needs no more. */
const SCALE = 4;

/** Draws the one path of our QR codes to pixels, as `M<x> <y>h<length>` strokes of height 1. */
function pixelsOf(svg: string): { data: Uint8ClampedArray; width: number } {
  const size = Number(/viewBox="0 0 (\d+) \1"/.exec(svg)?.[1]);
  const width = size * SCALE;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, middle, length] of svg.matchAll(/M(\d+) ([\d.]+)h(\d+)/g)) {
    const top = Number(middle) - 0.5;
    for (let row = top * SCALE; row < (top + 1) * SCALE; row++) {
      for (let column = Number(x) * SCALE; column < (Number(x) + Number(length)) * SCALE; column++) {
        data.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3);
      }
    }
  }
  return { data, width };
}

/** Reads a QR code the way a phone does: from its picture. Nothing if there is none in it. */
export function scanQrCode(svg: string): string | undefined {
  const { data, width } = pixelsOf(svg);
  // The package is CommonJS: TypeScript sees its namespace where Node gives the function.
  const scan = jsQR as unknown as typeof jsQR.default;
  return scan(data, width, width)?.data;
}
