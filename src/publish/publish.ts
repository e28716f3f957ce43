import { fillFileSizes } from '../html/file-size-placeholder.ts';
import type { Site } from '../html/build-site.ts';
import { type LanguageTools, toolsFor } from '../i18n/language-tools.ts';
import type { PrintedFile, PrintedSheet } from '../pdf/print-sheets.ts';
import { buildPacks } from './build-packs.ts';
import { buildManifest, type ManifestEntry } from './manifest.ts';
import { MANIFEST_FILE, replaceOutput } from './replace-output.ts';

/** What an output is put together from. */
export interface OutputParts {
  site: Site;
  printed: readonly PrintedSheet[];
  /** PDFs that belong to no sheet: cards and print lists. */
  others: readonly PrintedFile[];
  tools: ReadonlyMap<string, LanguageTools>;
  /** Language of the pages about those. */
  sourceLocale: string;
}

/** Puts site, sheets and packs together and in place of the last output. */
export async function publish(parts: OutputParts, output: string): Promise<ManifestEntry[]> {
  const packs = await buildPacks({ ...parts, printLists: parts.site.printLists });
  const files = collectFiles(parts, packs);
  const manifest = buildManifest(files, parts.printed);
  files.set(MANIFEST_FILE, encode(`${JSON.stringify({ files: manifest }, null, 2)}\n`));
  await replaceOutput(output, files);
  return manifest;
}

/** Every file of the output by path; pages now say how large the files are that they offer. */
export function collectFiles(
  { site, printed, others, tools, sourceLocale }: OutputParts,
  packs: ReadonlyMap<string, Uint8Array>,
): Map<string, Uint8Array> {
  const files = new Map(site.assets);
  const localeOf = new Map(printed.map(({ pdf, sheet }) => [pdf, sheet.language.tag]));
  for (const { pdf, bytes } of [...others, ...printed]) files.set(pdf, bytes);
  for (const [path, bytes] of packs) files.set(path, bytes);
  for (const { path, content } of site.pages) {
    const html = fillFileSizes(content, (offered) => {
      const bytes = files.get(offered)?.length;
      const { formats } = toolsFor(tools, localeOf.get(offered) ?? sourceLocale);
      return bytes === undefined ? undefined : formats.fileSize(bytes);
    });
    files.set(path, encode(html));
  }
  return files;
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
