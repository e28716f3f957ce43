import { fillFileBytes, fillFileSizes } from '../../src/html/file-size-placeholder.ts';
import { WORKER_FILE } from '../../src/html/worker-file.ts';
import type { Problem } from '../../src/problem.ts';
import type { MakerAnswer, ShownSheet } from './maker-messages.ts';

/** What an update changed for those who look at pages. */
export interface Changes {
  /** Addresses of pages that are others now. */
  urls: string[];
  /** True if styles or scripts changed, which are on every page. */
  isEverywhere: boolean;
}

/** The last good site in memory, and what keeps the press from making a newer one. */
export interface LiveSite {
  /** Takes over a site, or the first pages of one. */
  accept(answer: Extract<MakerAnswer, { kind: 'site' }>): Changes;
  /** The site stays as it is; whoever looks at it is told why. */
  refuse(problems: readonly Problem[]): void;
  /** Path within the site, such as `es/water/index.html`. */
  file(path: string): string | Uint8Array | undefined;
  /** The sheet of a page, by the page's address. */
  sheet(url: string): ShownSheet | undefined;
  /** True for the path of a PDF that can be printed. */
  isPdf(path: string): boolean;
  problems(): readonly Problem[];
  /** How often the page at an address has changed. */
  versionOf(url: string): number;
  /** True until a whole site was made. */
  isBeginning(): boolean;
}

/**
 * Browsers keep the worker of an address for ever, and it answers from what it kept: never what was just changed. So the
 * one that another day's preview may have left is told to go.
 */
const WORKER_THAT_GOES =
  "addEventListener('install', () => skipWaiting());addEventListener('activate', (event) => event.waitUntil(registration.unregister()));";

/** Files of all pages; fonts and indexes change with the words of a page, which is then loaded anew by itself. */
const ON_EVERY_PAGE = /^assets\/[^/]+\.(css|js)$/;

/** Starts with no page at all. */
export function createLiveSite(): LiveSite {
  const files = new Map<string, string | Uint8Array>();
  const versions = new Map<string, number>();
  let sheets = new Map<string, ShownSheet>();
  let pdfs = new Set<string>();
  let problems: readonly Problem[] = [];
  let [everywhere, hasWhole] = [0, false];

  return {
    accept(answer) {
      sheets = new Map(answer.sheets.map((sheet) => [sheet.url, sheet]));
      pdfs = new Set(answer.sheets.flatMap((sheet) => sheet.files.map(({ pdf }) => pdf)));
      problems = answer.problems;
      // Of the first pages only sheets are as they will be: lists lack what is not made yet.
      const pages = answer.isWhole || !hasWhole ? answer.pages : answer.pages.filter(({ url }) => sheets.has(url));
      const urls = pages.flatMap(({ url, path, content }) => {
        const page = fillFileBytes(
          fillFileSizes(content, () => '…'),
          () => 0,
        );
        if (files.get(path) === page) return [];
        files.set(path, page);
        versions.set(url, (versions.get(url) ?? 0) + 1);
        return [url];
      });
      const changed = answer.assets.filter(([path, bytes]) => !isSame(files.get(path), bytes));
      for (const [path, bytes] of changed) files.set(path, bytes);
      files.set(WORKER_FILE, WORKER_THAT_GOES);
      const isEverywhere = hasWhole && changed.some(([path]) => ON_EVERY_PAGE.test(path));
      if (isEverywhere) everywhere += 1;
      hasWhole ||= answer.isWhole;
      return { urls, isEverywhere };
    },
    refuse(given) {
      problems = given;
    },
    file: (path) => files.get(path),
    sheet: (url) => sheets.get(url),
    isPdf: (path) => pdfs.has(path),
    problems: () => problems,
    versionOf: (url) => (versions.get(url) ?? 0) + everywhere,
    isBeginning: () => !hasWhole,
  };
}

function isSame(before: string | Uint8Array | undefined, bytes: Uint8Array): boolean {
  return before instanceof Uint8Array && Buffer.compare(before, bytes) === 0;
}
