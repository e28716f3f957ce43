import type { LeftOut } from '../translation/select-release.ts';

/** Where a release says what is not in it. */
export const LEFT_OUT_FILE = 'left-out.json';

/** The bytes of {@link LEFT_OUT_FILE}. A release of everything has it too, so that its absence says something. */
export function formatLeftOut(leftOut: readonly LeftOut[]): Uint8Array {
  return Buffer.from(`${JSON.stringify({ leftOut }, null, 2)}\n`);
}
