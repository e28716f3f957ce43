import { zipSync, type Zippable } from 'fflate';
import type { JoinedHandout, PrintList } from '../html/build-print-lists.ts';
import { type LanguageTools, toolsFor } from '../i18n/language-tools.ts';
import { joinPdfs } from '../pdf/join-pdfs.ts';
import type { PrintedFile, PrintedSheet } from '../pdf/printed-file.ts';

/** What packs are put together from. */
export interface PackParts {
  printLists: readonly PrintList[];
  printed: readonly PrintedSheet[];
  /** Print lists and cards, as PDFs. */
  others: readonly PrintedFile[];
  tools: ReadonlyMap<string, LanguageTools>;
  sourceLocale: string;
}

/**
 * What a clinic takes away in one piece, by path within the output: for each pack a zip file, and one PDF per handout
 * with all its languages.
 */
export async function buildPacks(parts: PackParts): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const list of parts.printLists) {
    for (const joined of list.joined) files.set(joined.pdf, await joinLanguages(joined, list, parts));
    files.set(list.zip, zipPack(list, files, parts));
  }
  return files;
}

/** One PDF of a handout in all languages of a pack, each on its own sheet, with a bookmark for each. */
async function joinLanguages(
  { title, sheets, handout }: JoinedHandout,
  { pack }: PrintList,
  { printed, tools, sourceLocale }: PackParts,
): Promise<Uint8Array> {
  const { language, t } = toolsFor(tools, sourceLocale);
  const files = sheets.map((sheet) => {
    const path = sheet.files[0]?.pdf ?? '';
    const { name, english } = sheet.language;
    return { bytes: bytesOf(path, printed), bookmark: name === english ? name : `${name} – ${english}` };
  });
  return joinPdfs(files, {
    title: t('staff.joinedTitle', { title, pack: pack.name }),
    lang: language.tag,
    dir: language.dir,
    date: handout.date,
    isTwoSided: sheets.every((sheet) => sheet.files[0]?.form.isTwoSided),
  });
}

/** Everything in a pack, in folders by language. PDFs are packed already, so they are only stored. */
function zipPack(
  list: PrintList,
  files: ReadonlyMap<string, Uint8Array>,
  { printLists, printed, others }: PackParts,
): Uint8Array {
  const start = `print/${list.clinic.id}/`;
  const wanted = new Set(list.rows.flatMap(({ sheet }) => sheet.files.map(({ pdf }) => pdf)));
  const content: Zippable = {};
  // Its own list, and the cards; the lists of other packs are not for this one.
  const isOtherList = (pdf: string) => pdf !== list.pdf && printLists.some((other) => other.pdf === pdf);
  for (const { pdf, bytes } of others) if (!isOtherList(pdf)) content[fileName(pdf)] = bytes;
  for (const { pdf } of list.joined) content[fileName(pdf)] = files.get(pdf) ?? new Uint8Array();
  for (const { pdf, bytes } of printed) if (wanted.has(pdf)) content[pdf.slice(start.length)] = bytes;
  // A zip file holds local times (APPNOTE 4.4.6): the day of the newest edition at noon, in whatever zone this runs.
  const [year, month, day] = list.date.split('-').map(Number);
  return zipSync(content, { level: 0, mtime: new Date(year ?? 1980, (month ?? 1) - 1, day ?? 1, 12) });
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function bytesOf(path: string, printed: readonly PrintedSheet[]): Uint8Array {
  const file = printed.find(({ pdf }) => pdf === path);
  if (!file) throw new Error(`${path} belongs to a pack and was not printed.`);
  return file.bytes;
}
