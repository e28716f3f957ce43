import type { BuildSummary, LanguageSummary } from './build-summary.ts';
import { LEFT_OUT_FILE } from '../src/publish/left-out-file.ts';
import type { LeftOut } from '../src/translation/select-release.ts';
import { counted } from './counted.ts';
import type { Colours } from './terminal.ts';

/** What a person is told of a build that succeeded, below its warnings. Times in milliseconds. */
export function summaryLines(
  summary: BuildSummary,
  { output, milliseconds, colours }: { output: string; milliseconds: number; colours: Colours },
): string[] {
  const { pages, sheets, pdfs, languages, network, warnings, leftOut } = summary;
  return [
    ...(warnings.length > 0 ? [''] : []),
    ...(leftOut ? leftOutLines(leftOut, { colours, hasSite: pages > 0 }) : []),
    colours.bold(
      `${pages} pages and ${counted(sheets, 'sheet')} in ${pdfs} PDFs are in ${output}/ (${(milliseconds / 1000).toFixed(1)} s, ${counted(warnings.length, 'warning')})`,
    ),
    ...languages.map(languageLine),
    ...(network.pdfs > 0 ? [networkLine(network)] : []),
    pages > 0
      ? `  Open ${output}/index.html for the website; the sheets are in ${output}/print/.`
      : `  The sheets are in ${output}/print/. There is no website with them: only a part was asked for.`,
  ];
}

/** What a release leaves out: a person must see it before the good news. */
function leftOutLines(
  leftOut: readonly LeftOut[],
  { colours, hasSite }: { colours: Colours; hasSite: boolean },
): string[] {
  if (leftOut.length === 0) return [colours.bold('A release of everything: all is reviewed and fresh.'), ''];
  return [
    colours.bold(`Left out of this release, and why${hasSite ? ` (also in ${LEFT_OUT_FILE})` : ''}:`),
    ...leftOut.map((one) => {
      const name = [one.handout ?? 'all handouts', one.locale ?? 'all languages'].join(', ');
      const title = one.reason === 'stale-safety' ? colours.red(name) : colours.yellow(name);
      return `${title}\n  ${one.what}\n  Next: ${one.fix}`;
    }),
    '',
  ];
}

function languageLine({ tag, english, sheets, pdfs, smallestText, largestBytes, drafts }: LanguageSummary): string {
  return [
    `  ${tag.padEnd(8)} ${english.padEnd(22)}`,
    `${String(sheets).padStart(4)} sheets in ${pdfs} PDFs`,
    `text ${smallestText} pt or larger`.padStart(24),
    `up to ${Math.ceil(largestBytes / 1000)} kB`.padStart(14),
    drafts > 0 ? `  ${counted(drafts, 'draft')}` : '',
  ].join('');
}

function networkLine({ clinics, pdfs, bytes }: BuildSummary['network']): string {
  return `  ${counted(clinics, 'clinic')} of the network: ${counted(pdfs, 'PDF')}, ${Math.ceil(bytes / 1e6)} MB`;
}
