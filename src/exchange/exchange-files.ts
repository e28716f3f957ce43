import { parse } from 'yaml';
import { addNotes } from './add-notes.ts';
import type { ExchangeFile } from './exchange-file.ts';
import { exchangeHandout } from './exchange-handout.ts';
import { exchangeStrings } from './exchange-strings.ts';
import type { ExchangeProject } from './read-project.ts';
import { frontMatterOf } from './split-handout.ts';

/** All that can be translated into the language of a project that was read, handouts first, with notes for translators. */
export function exchangeFiles(project: ExchangeProject): ExchangeFile[] {
  const { handouts, strings, language, sourceLocale, purposes, glossary, files } = project;
  const locale = language.tag;
  const ofHandouts = handouts.map((handout) => {
    const text = handout.texts.find((each) => each.locale === locale);
    const raw = text && files.get(text.file)?.text;
    return exchangeHandout({
      handout,
      locale,
      ...(text && raw !== undefined && { translation: { text, raw, doubts: doubtsIn(raw) } }),
    });
  });
  const ofStrings = strings.map((file) => {
    const isInterface = file.kind === 'interface';
    return exchangeStrings(file, { sourceLocale, locale, ...(isInterface && { purposes }) });
  });
  return [...ofHandouts, ...ofStrings]
    .filter(({ groups }) => groups.some(({ passages }) => passages.length > 0))
    .map((file) => addNotes(file, glossary));
}

/** The doubts that the author of a translation wrote into its front matter. */
function doubtsIn(raw: string): string[] {
  const front = frontMatterOf(raw);
  if (!front) return [];
  const { notes = [] } = parse(raw.slice(front.start, front.end)) as { notes?: string[] };
  return notes;
}
