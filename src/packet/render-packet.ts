import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { footerCss, type Footer, footerText, pageWordsOf } from '../html/build-footer.ts';
import { pageSize } from '../html/form-page.ts';
import {
  addCharacters,
  choosePageFonts,
  collectCharacters,
  type CharactersByLanguage,
  readFontFile,
} from '../html/page-fonts.ts';
import { checkTagging } from '../html/check-tagging.ts';
import { createPartialsEnvironment } from '../html/partials-environment.ts';
import { languageStyles, PACKET_STYLE_FILE } from '../html/stylesheet.ts';
import type { FontLibrary } from '../i18n/font-faces.ts';
import type { Language } from '../i18n/languages.ts';
import type { LanguageTools } from '../i18n/language-tools.ts';
import type { Checked } from '../problem.ts';
import type { Packet } from './packet.ts';
import { PACKET_PAPER } from './packet-paper.ts';

/** Styles of a packet: those all pages share, and its own. */
const STYLES = ['layers.css', 'tokens.css', 'base.css', PACKET_STYLE_FILE];

/** What packets are drawn with. */
export interface PacketDrawing {
  /** Folder of the templates. */
  templates: string;
  languages: readonly Language[];
  fonts: FontLibrary;
  /** Of the language that the packet itself is in. */
  source: LanguageTools;
}

/** A document with one packet or several. */
export interface PacketDocument {
  /** Name of its files, without an ending. */
  name: string;
  title: string;
  packets: readonly Packet[];
  footer: Footer;
}

/** Names a document of packets of one language. */
export function packetDocument(name: string, packets: readonly Packet[], source: LanguageTools): PacketDocument {
  const language = packets[0]?.language.english ?? '';
  const title = packets.length === 1 ? `${packets[0]?.title} – ${language}` : `All packets – ${language}`;
  const start = packets.length === 1 ? (packets[0]?.code ?? '') : packets.map(({ code }) => code).join(' ');
  return { name, title, packets, footer: { start, page: pageWordsOf(source), end: `${language} · Reviewer packet` } };
}

/** Draws a document as one HTML file that needs nothing beside it: styles and fonts are in it. */
export async function renderPackets(document: PacketDocument, drawing: PacketDrawing): Promise<Checked<string>> {
  const { templates, languages, fonts, source } = drawing;
  const environment = createPartialsEnvironment(templates);
  const packets = document.packets.map((packet) => {
    return { ...packet, hasMarks: packet.sections.some(({ marks }) => marks.length > 0) };
  });
  const body = environment.render('packet.njk', { ...document, packets, source: source.language });
  const styles = await Promise.all(STYLES.map((name) => readFile(join(templates, 'styles', name), 'utf8')));
  const faults = checkTagging([{ url: `/${document.name}/`, path: `${document.name}.html`, content: body }]);
  if (faults.length > 0) return { problems: faults };
  const characters: CharactersByLanguage = new Map();
  collectCharacters(body, characters);
  addCharacters(footerText(document.footer), source.language.tag, characters);
  const chosen = choosePageFonts(characters, languages, fonts, 'packet');
  if (chosen.problems.length > 0) return { problems: chosen.problems };
  let faces = chosen.css;
  for (const file of chosen.files) {
    const data = Buffer.from(await readFontFile(file)).toString('base64');
    faces = faces.replaceAll(`url(${file.name})`, () => `url(data:font/woff2;base64,${data})`);
  }
  const paper = [pageSize(PACKET_PAPER), footerCss(document.footer, source.language)];
  const css = [...styles, languageStyles(languages), ...paper, faces].join('\n');
  return { value: body.replace('</head>', () => `<style>\n${css}\n</style>\n</head>`), problems: [] };
}
