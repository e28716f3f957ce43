import { fillFileBytes, fillFileSizes } from '../html/file-size-placeholder.ts';
import type { Site } from '../html/build-site.ts';
import { type LanguageTools, toolsFor } from '../i18n/language-tools.ts';
import type { DrawnImage } from '../pdf/draw-share-images.ts';
import type { PrintedFile, PrintedSheet } from '../pdf/printed-file.ts';
import type { LeftOut } from '../translation/select-release.ts';
import { buildPacks } from './build-packs.ts';
import { prepareDelivery } from './delivery-steps.ts';
import { buildCards } from './handout-card.ts';
import { formatLeftOut, LEFT_OUT_FILE } from './left-out-file.ts';
import { buildManifest, type ManifestEntry } from './manifest.ts';
import type { Output } from './open-output.ts';

/** What an output is put together from. */
export interface OutputParts {
  site: Site;
  printed: readonly PrintedSheet[];
  /** PDFs that belong to no sheet: cards and print lists. */
  others: readonly PrintedFile[];
  /** Pictures that are shown beside links to pages. */
  shareImages: readonly DrawnImage[];
  tools: ReadonlyMap<string, LanguageTools>;
  /** Language of the pages about those. */
  sourceLocale: string;
  /** Where the site is published. */
  address: string;
  mainClinic: string;
  /** Only of a release: what is not in it, and why. */
  leftOut?: readonly LeftOut[];
}

/** Writes all but the network: site, sheets and packs. @returns what the manifest says of them */
export async function writeSite(parts: OutputParts, output: Pick<Output, 'write'>): Promise<ManifestEntry[]> {
  const packs = await buildPacks({ ...parts, printLists: parts.site.printLists });
  const collected = collectFiles(parts, packs);
  for (const [path, bytes] of buildCards(parts.printed, parts)) collected.set(path, bytes);
  if (parts.leftOut) collected.set(LEFT_OUT_FILE, formatLeftOut(parts.leftOut));
  const files = await prepareDelivery(collected, parts);
  for (const [path, bytes] of files) output.write(path, bytes);
  return buildManifest(files, parts.printed);
}

/** Writes sheets alone: some clinics or languages, or a part of a build. @returns what the manifest says of them */
export function writeSheets(printed: readonly PrintedSheet[], output: Pick<Output, 'write'>): ManifestEntry[] {
  for (const { pdf, bytes } of printed) output.write(pdf, bytes);
  return buildManifest(new Map(printed.map(({ pdf, bytes }) => [pdf, bytes])), printed);
}

/** Every file of the output by path; pages now say how large the files are that they offer. */
export function collectFiles(
  { site, printed, others, shareImages, tools, sourceLocale }: Omit<OutputParts, 'address' | 'mainClinic'>,
  packs: ReadonlyMap<string, Uint8Array>,
): Map<string, Uint8Array> {
  const files = new Map(site.assets);
  for (const { pdf, bytes } of [...others, ...printed]) files.set(pdf, bytes);
  for (const { path, bytes } of shareImages) files.set(path, bytes);
  for (const [path, bytes] of packs) files.set(path, bytes);
  for (const { path, content } of site.pages) {
    // A page for staff lists files of all languages, with their sizes in its own.
    const locale = /<html lang="([^"]+)"/.exec(content)?.[1] ?? sourceLocale;
    const { formats } = toolsFor(tools, locale);
    const sized = fillFileSizes(content, (offered) => {
      const bytes = files.get(offered)?.length;
      return bytes === undefined ? undefined : formats.fileSize(bytes);
    });
    const html = fillFileBytes(sized, (offered) => files.get(offered)?.length);
    files.set(path, encode(html));
  }
  return files;
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
