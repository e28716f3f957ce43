import type { LanguageTools } from '../i18n/language-tools.ts';
import type { PrintedSheet } from '../pdf/printed-file.ts';
import { compressFiles } from './compress-files.ts';
import { secureContent } from './content-security.ts';
import { fingerprintAssets } from './fingerprint-assets.ts';
import { writeHostingHeaders } from './hosting-headers.ts';
import { writeOfflineLists } from './offline-lists.ts';

/** The files of a site, bytes by path within the output. */
export type SiteFiles = ReadonlyMap<string, Uint8Array>;

/** What the steps must know beside the files. */
export interface DeliveryContext {
  /** Where the site is published. */
  address: string;
  /** The clinic whose sheets the site's own pages offer. */
  mainClinic: string;
  printed: readonly Pick<PrintedSheet, 'sheet' | 'form' | 'pdf' | 'bytes'>[];
  tools: ReadonlyMap<string, LanguageTools>;
}

/** One change of how the files are delivered. What a page says is never changed, nor what was printed from it. */
export type DeliveryStep = (
  files: SiteFiles,
  context: DeliveryContext,
) => Map<string, Uint8Array> | Promise<Map<string, Uint8Array>>;

/**
 * The steps in their order: pages must name the assets as they will be called before they are hashed for readers
 * without a signal, and what is compressed must be final.
 */
const DELIVERY_STEPS: readonly [name: string, step: DeliveryStep][] = [
  ['fingerprint-assets', fingerprintAssets],
  ['content-security', secureContent],
  ['offline-lists', writeOfflineLists],
  ['hosting-headers', writeHostingHeaders],
  ['compress-files', compressFiles],
];

/**
 * Makes the files of a site ready for a host. It comes after printing, so that pages are printed with plain names.
 * @throws {Error} naming the step and the file, for a fault of the press
 */
export async function prepareDelivery(files: SiteFiles, context: DeliveryContext): Promise<Map<string, Uint8Array>> {
  let prepared = new Map(files);
  for (const [name, step] of DELIVERY_STEPS) {
    try {
      prepared = await step(prepared, context);
    } catch (failure) {
      throw new Error(`${name}: ${failure instanceof Error ? failure.message : String(failure)}`, { cause: failure });
    }
  }
  return prepared;
}
