import type { ExchangeFile } from './exchange-file.ts';
import { writePo } from './write-po.ts';
import { writeXliff } from './write-xliff.ts';

/** The formats that are exported, by the name of the option. */
export const EXPORT_FORMATS: Record<string, { ending: string; write: (file: ExchangeFile) => string }> = {
  xliff: { ending: 'xlf', write: writeXliff },
  po: { ending: 'po', write: writePo },
};

/** Name of an exported file: what it is, its language and its format, such as `handout-water.ar.xlf`. */
export function exportName({ kind, name, locale }: ExchangeFile, ending: string): string {
  const own = name.split('/').at(-1) ?? name;
  return kind === 'interface' ? `interface.${locale}.${ending}` : `${kind}-${own}.${locale}.${ending}`;
}
