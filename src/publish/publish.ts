import { fillFileSizes } from '../html/file-size-placeholder.ts';
import type { Site } from '../html/build-site.ts';
import type { LanguageTools } from '../i18n/language-tools.ts';
import type { PrintedFile, PrintedSheet } from '../pdf/print-sheets.ts';
import { buildManifest, type ManifestEntry } from './manifest.ts';
import { MANIFEST_FILE, replaceOutput } from './replace-output.ts';

/** What an output is put together from. */
export interface OutputParts {
  site: Site;
  printed: readonly PrintedSheet[];
  /** PDFs that belong to no sheet. */
  cards: readonly PrintedFile[];
  tools: ReadonlyMap<string, LanguageTools>;
  /** Language of the pages about those. */
  sourceLocale: string;
}

/** Puts site and sheets together and in place of the last output. */
export async function publish(parts: OutputParts, output: string): Promise<ManifestEntry[]> {
  const files = collectFiles(parts);
  const manifest = buildManifest(files, parts.printed);
  files.set(MANIFEST_FILE, encode(`${JSON.stringify({ files: manifest }, null, 2)}\n`));
  await replaceOutput(output, files);
  return manifest;
}

/** Every file of the output by path; pages now say how large the PDFs are. */
export function collectFiles({ site, printed, cards, tools, sourceLocale }: OutputParts): Map<string, Uint8Array> {
  const files = new Map(site.assets);
  const pdfs = new Map([
    ...cards.map(({ pdf, bytes }): [string, { bytes: Uint8Array; locale: string }] => [
      pdf,
      { bytes, locale: sourceLocale },
    ]),
    ...printed.map(({ pdf, bytes, sheet }): [string, { bytes: Uint8Array; locale: string }] => [
      pdf,
      { bytes, locale: sheet.language.tag },
    ]),
  ]);
  for (const { path, content } of site.pages) {
    const html = fillFileSizes(content, (pdf) => {
      const one = pdfs.get(pdf);
      return one && tools.get(one.locale)?.formats.fileSize(one.bytes.length);
    });
    files.set(path, encode(html));
  }
  for (const [pdf, { bytes }] of pdfs) files.set(pdf, bytes);
  return files;
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
