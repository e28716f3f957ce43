/** A file that a phone keeps. */
export interface KeptFile {
  /** From the site's root; of a page its address, such as `es/calciphylaxis/`. */
  path: string;
  bytes: number;
  /** The first 16 digits of its SHA-256: what was loaded is only kept if it is this. */
  hash: string;
}

/** What a phone keeps of a language, as `<locale>/offline.json` says it. */
export interface OfflineList {
  /** Hash of all below. */
  version: string;
  pages: KeptFile[];
  /** Paths of all that these pages load. Their names change with their content. */
  assets: string[];
  /** PDFs, which a phone keeps only if its reader asks for them. */
  prints: KeptFile[];
}

/** The list of a language, from the site's root. */
export function offlineListPath(locale: string): string {
  return `${locale}/offline.json`;
}

/** Where the newest editions are listed (`NewestEditions`), from the site's root. */
export const EDITIONS_FILE = 'editions.json';
