import { fillFileSizes } from '../html/file-size-placeholder.ts';
import type { Site } from '../html/build-site.ts';
import type { LanguageTools } from '../i18n/language-tools.ts';
import type { PrintedSheet } from '../pdf/print-sheets.ts';
import { buildManifest, type ManifestEntry } from './manifest.ts';
import { MANIFEST_FILE, replaceOutput } from './replace-output.ts';

/** Puts site and sheets together and in place of the last output. */
export async function publish(
  site: Site,
  printed: readonly PrintedSheet[],
  tools: ReadonlyMap<string, LanguageTools>,
  output: string,
): Promise<ManifestEntry[]> {
  const files = collectFiles(site, printed, tools);
  const manifest = buildManifest(files, printed);
  files.set(MANIFEST_FILE, encode(`${JSON.stringify({ files: manifest }, null, 2)}\n`));
  await replaceOutput(output, files);
  return manifest;
}

/** Every file of the output by path; pages now say how large the PDFs are. */
export function collectFiles(
  site: Site,
  printed: readonly PrintedSheet[],
  tools: ReadonlyMap<string, LanguageTools>,
): Map<string, Uint8Array> {
  const files = new Map(site.assets);
  const sheets = new Map(printed.map((one) => [one.sheet.pdf, one]));
  for (const { path, content } of site.pages) {
    const html = fillFileSizes(content, (pdf) => {
      const one = sheets.get(pdf);
      return one && tools.get(one.sheet.language.tag)?.formats.fileSize(one.bytes.length);
    });
    files.set(path, encode(html));
  }
  for (const [pdf, { bytes }] of sheets) files.set(pdf, bytes);
  return files;
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
