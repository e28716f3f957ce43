import { createHash } from 'node:crypto';
import type { PrintedSheet } from '../pdf/print-sheets.ts';
import { compareText } from '../problem.ts';
import { sheetCode } from '../html/build-footer.ts';

/** One file of the output, as `dist/manifest.json` lists it. */
export interface ManifestEntry {
  path: string;
  bytes: number;
  sha256: string;
  /** For sheets: what they are and how far they may be trusted. */
  sheet?: {
    code: string;
    handout: string;
    locale: string;
    clinic: string;
    form: string;
    pages: number;
    edition: number;
    /** Translation state, or `source`. */
    translation: string;
    review: string;
    isDraft: boolean;
    bodyPoints: number;
  };
}

/** Lists every file with its hash, ordered by path: equal inputs give an equal manifest. */
export function buildManifest(
  files: ReadonlyMap<string, Uint8Array>,
  printed: readonly PrintedSheet[],
): ManifestEntry[] {
  const sheets = new Map(printed.map((one) => [one.pdf, one]));
  return [...files]
    .sort(([a], [b]) => compareText(a, b))
    .map(([path, bytes]) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const sheet = sheets.get(path);
      return { path, bytes: bytes.length, sha256, ...(sheet && { sheet: describeSheet(sheet) }) };
    });
}

function describeSheet({ sheet, form, pages, points }: PrintedSheet): ManifestEntry['sheet'] {
  const { handout, text, clinic, isDraft } = sheet;
  return {
    code: sheetCode(handout, text),
    handout: handout.id,
    locale: text.locale,
    clinic: clinic.id,
    form: form.name,
    pages,
    edition: text.edition,
    translation: text.translation?.state ?? 'source',
    review: handout.review.state,
    isDraft,
    bodyPoints: points,
  };
}
