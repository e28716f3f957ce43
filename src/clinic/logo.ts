import { imageSize } from 'image-size';
import { type Checked, error, type Place } from '../problem.ts';
import type { LogoImage } from './record-schemas.ts';

const TYPES: Record<string, LogoImage['type']> = { png: 'png', jpg: 'jpg', svg: 'svg' };

/** Enough for a sharp print at the size of the panel; more only makes every sheet heavier to share. */
const MOST_BYTES = 200_000;

/** Scripts, event handlers, and everything that loads another file. */
const ACTIVE_SVG =
  /<script|<foreignObject|\son\w+\s*=|@import|(?:href|src)\s*=\s*["']\s*(?!#|data:)|url\(\s*["']?(?!#|data:)/i;

/** Checks that the bytes of a logo are a picture of the kind its name says, and of a size to share. */
export function parseLogo(bytes: Uint8Array, name: string, where: Place): Checked<LogoImage> {
  const size = measure(bytes);
  const type = TYPES[size?.type ?? ''];
  const ending = name
    .slice(name.lastIndexOf('.') + 1)
    .toLowerCase()
    .replace('jpeg', 'jpg');
  if (!size || !type || type !== ending) {
    const fix = 'export the logo again as PNG, JPEG or SVG; changing the ending of the name is not enough.';
    return { problems: [error(where, `${name} is not a ${ending.toUpperCase()} picture.`, fix)] };
  }
  if (bytes.length > MOST_BYTES) {
    const what = `${name} is too large: ${(bytes.length / 1000).toFixed(1)} kB.`;
    const fix = `export it smaller: at most ${MOST_BYTES / 1000} kB, about 600 pixels wide.`;
    return { problems: [error(where, what, fix)] };
  }
  if (!isWhole(bytes, type)) {
    return { problems: [error(where, `The end of ${name} is missing.`, 'copy the file again, or export it again.')] };
  }
  if (type === 'svg' && ACTIVE_SVG.test(new TextDecoder().decode(bytes))) {
    const fix = 'export it as a plain SVG without scripts and linked files, or as PNG.';
    return { problems: [error(where, `${name} holds a script or loads other files.`, fix)] };
  }
  return { value: { bytes, type, width: size.width, height: size.height }, problems: [] };
}

function measure(bytes: Uint8Array) {
  try {
    return imageSize(bytes);
  } catch {
    return undefined;
  }
}

/** A copy that broke off still has its header; these are the marks at the end. */
function isWhole(bytes: Uint8Array, type: LogoImage['type']): boolean {
  const end = Buffer.from(bytes.subarray(-64)).toString('latin1');
  if (type === 'png') return end.includes('IEND');
  return type === 'jpg' ? end.includes('\xFF\xD9') : /<\/svg>\s*$/.test(end);
}
