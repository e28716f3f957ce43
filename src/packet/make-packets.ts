import type { Handout } from '../handout/handout.ts';
import type { Records } from '../clinic/read-records.ts';
import type { FontLibrary } from '../i18n/font-faces.ts';
import { type LanguageTools, toolsFor } from '../i18n/language-tools.ts';
import type { Language } from '../i18n/languages.ts';
import type { Catalogue } from '../i18n/messages.ts';
import type { References } from '../markup/inline-text.ts';
import { error, PressError, type Problem, stopOnErrors } from '../problem.ts';
import type { Settings } from '../settings.ts';
import type { Glossary } from '../translation/glossary.ts';
import type { WordsReview } from '../translation/words-review.ts';
import { buildPacket } from './build-packet.ts';
import { buildWordsPacket } from './build-words-packet.ts';
import type { Packet } from './packet.ts';
import { printPackets } from './print-packet.ts';
import { type PacketDocument, packetDocument, renderPackets } from './render-packet.ts';

/** Which packets are wanted. */
export interface PacketRequest {
  locale: string;
  /** The id of a handout or `words`; all of them, and one document with all, without it. */
  handout?: string;
  /** Words of a back-translation by the ids of their sections; only with a handout. */
  backTranslation?: ReadonlyMap<string, string>;
}

/** What packets are for, beside handouts. */
export const WORDS_PACKET = 'words';

/** What of the content packets are made from. */
export interface PacketContent {
  handouts: readonly Handout[];
  languages: readonly Language[];
  fonts: FontLibrary;
  tools: ReadonlyMap<string, LanguageTools>;
  catalogues: ReadonlyMap<string, Catalogue>;
  records: Records;
  glossary: Glossary;
  words: ReadonlyMap<string, WordsReview>;
  referencesOf: (locale: string) => References;
}

/** Finished files by their names. */
export interface MadePackets {
  files: Map<string, Uint8Array>;
  problems: Problem[];
}

/**
 * Makes the packets of a language: one HTML and one PDF for each.
 * @throws {PressError} with all that is wrong; then there is no file
 */
export async function makePackets(
  request: PacketRequest,
  {
    content,
    notes,
    settings,
    tell,
  }: { content: PacketContent; notes: Catalogue; settings: Settings; tell?: (message: string) => void },
): Promise<MadePackets> {
  const source = toolsFor(content.tools, settings.sourceLocale);
  const packets = buildPackets(request, content, notes, settings);
  const documents = packets.map((packet) => packetDocument(packet.id, [packet], source));
  if (packets.length > 1) documents.push(packetDocument('all', packets, source));
  const drawing = { templates: settings.templates, languages: content.languages, fonts: content.fonts, source };
  const drawn: { document: PacketDocument; html: string }[] = [];
  const problems: Problem[] = [];
  for (const document of documents) {
    const rendered = await renderPackets(document, drawing);
    problems.push(...rendered.problems);
    if (rendered.value !== undefined) drawn.push({ document, html: rendered.value });
  }
  stopOnErrors(problems);
  const printed = await printPackets(drawn, content.tools, settings, tell);
  problems.push(...printed.flatMap((one) => one.problems));
  stopOnErrors(problems);
  const files = new Map<string, Uint8Array>();
  drawn.forEach(({ document: { name }, html }, index) => {
    files.set(`${name}.html`, new TextEncoder().encode(html));
    const pdf = printed[index]?.value;
    if (pdf) files.set(`${name}.pdf`, pdf);
  });
  return { files, problems };
}

function buildPackets(
  { locale, handout, backTranslation }: PacketRequest,
  content: PacketContent,
  notes: Catalogue,
  { sourceLocale }: Settings,
): Packet[] {
  const tools = { own: toolsFor(content.tools, locale), source: toolsFor(content.tools, sourceLocale) };
  const { glossary, referencesOf, catalogues, records, handouts } = content;
  const wanted = handouts.filter(({ id }) => handout === undefined || id === handout);
  const ofHandouts = wanted.flatMap((one): Packet[] => {
    const text = one.texts.find((each) => each.locale === locale);
    if (!text && handout !== undefined) throw notTranslated(one, locale);
    return text ? [buildPacket(one, text, { tools, glossary, referencesOf }, backTranslation)] : [];
  });
  if (handout !== undefined && handout !== WORDS_PACKET) return ofHandouts;
  const date =
    handouts
      .map((one) => one.date)
      .sort()
      .at(-1) ?? '';
  const review = content.words.get(locale);
  return [...ofHandouts, buildWordsPacket({ tools, catalogues, notes, records, glossary, review, date })];
}

function notTranslated({ id, source }: Handout, locale: string): PressError {
  const what = `This handout is not translated into ${locale}, so there is nothing to review.`;
  return new PressError([
    error(source.file, what, `translate it first: npx handouts translate export ${locale} ${id}`),
  ]);
}
