import type { RenderedFile } from '../../src/html/render-site.ts';
import type { Problem } from '../../src/problem.ts';
import type { TypedOptions } from '../run-options.ts';

/** What the process that makes the site is asked for. */
export type MakerRequest =
  /** Make the site anew; the pages in these languages first, because somebody looks at them; else those in the source. */
  | { kind: 'make'; id: number; typed: TypedOptions; first: string[] }
  /** Print a PDF of the site that was made last. @param pdf path within the output */
  | { kind: 'print'; id: number; pdf: string };

/** A page of a sheet and what can be printed from it. */
export interface ShownSheet {
  url: string;
  title: string;
  files: { form: string; pdf: string }[];
}

/** What it answers; the id is that of the request. */
export type MakerAnswer =
  | {
      kind: 'site';
      id: number;
      pages: RenderedFile[];
      assets: [path: string, bytes: Uint8Array][];
      sheets: ShownSheet[];
      /** Warnings. */
      problems: Problem[];
      /** False for the first pages of a site: the rest is still being made. */
      isWhole: boolean;
    }
  /** Nothing could be made or printed. */
  | { kind: 'refused'; id: number; problems: Problem[] }
  | { kind: 'printed'; id: number; bytes: Uint8Array };
