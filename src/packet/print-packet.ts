import { FORMS } from '../forms.ts';
import type { LanguageTools } from '../i18n/language-tools.ts';
import { BrowserPool } from '../pdf/browser-pool.ts';
import { checkPrinted } from '../pdf/check-printed.ts';
import { findBrowser } from '../pdf/launch-browser.ts';
import { startPageServer } from '../pdf/page-server.ts';
import type { PrintItem } from '../pdf/print-items.ts';
import { printWhole } from '../pdf/print-whole.ts';
import { readPdfFacts } from '../pdf/read-pdf-facts.ts';
import { REPAIR_STEPS } from '../pdf/repair/repair-pdf.ts';
import { savePdf } from '../pdf/repair/save-pdf.ts';
import { type Checked, error, hasErrors } from '../problem.ts';
import type { Settings } from '../settings.ts';
import type { PacketRow } from './packet.ts';
import { PACKET_PAPER } from './packet-paper.ts';
import type { PacketDocument } from './render-packet.ts';

/** A document that was drawn, and is to be printed. */
export interface DrawnPackets {
  document: PacketDocument;
  html: string;
}

/** Letter size of a packet, in points: as letters are written on paper. */
const TEXT = { min: 11, max: 11 };

/** Numbers, with what joins them. */
const FIGURE = /\d+(?:[.,:/–-]\d+)*/g;

/**
 * Prints documents and reads each back, by the same steps as sheets: so a packet is tagged, its fonts are in it, and it is
 * the same for the same content. The order of the result is that of the documents.
 */
export async function printPackets(
  drawn: readonly DrawnPackets[],
  tools: ReadonlyMap<string, LanguageTools>,
  settings: Settings,
  tell?: (message: string) => void,
): Promise<Checked<Uint8Array>[]> {
  const server = await startPageServer(new Map());
  const pool = new BrowserPool(() => findBrowser(settings.cache), server.origin, tell);
  try {
    return await pool.map(drawn, settings.workers, async (open, one) => {
      const item = packetItem(one, tools, settings.sourceLocale);
      const whole = await printWhole(await open(), item, { html: one.html, steps: REPAIR_STEPS, settings });
      if (!whole.value) return { problems: whole.problems };
      const bytes = await savePdf(whole.value.draft.document);
      const facts = await readPdfFacts(bytes, (lang) => tools.get(lang)?.language.dir === 'rtl');
      const problems = [...whole.problems, ...checkPrinted(facts, item.expectation)];
      return hasErrors(problems) ? { problems } : { value: bytes, problems };
    });
  } finally {
    await pool.close();
    await server.close();
  }
}

function packetItem(
  { document, html }: DrawnPackets,
  tools: ReadonlyMap<string, LanguageTools>,
  sourceLocale: string,
): PrintItem {
  const { name, title, packets, footer } = document;
  const source = tools.get(sourceLocale);
  const [first] = packets;
  if (!source || !first) throw new Error(`The packet ${name} has no language or nothing in it.`);
  const pdf = `${name}.pdf`;
  const rows = packets.flatMap(({ sections }) => sections.flatMap((section) => section.rows));
  return {
    id: name,
    url: `/${name}/`,
    pdf,
    form: { ...FORMS.standard, paper: PACKET_PAPER, isTwoSided: false },
    footer,
    language: source.language,
    date:
      packets
        .map(({ date }) => date)
        .sort()
        .at(-1) ?? first.date,
    bodySize: TEXT,
    expectation: {
      ...{ pdf, file: pdf, title, lang: sourceLocale },
      texts: rows.flatMap(textsOf).map((text) => ({ text, where: { file: pdf } })),
      // Beside the texts of a row there are its number and what is told of its section.
      stepNumbers: html.slice(html.indexOf('<body')).match(FIGURE) ?? [],
      footer: [footer.start, footer.end],
      links: [],
      headings: packets.flatMap(({ sections }) => sections.map(({ heading }) => heading)),
    },
    tooLong: () => error(pdf, 'The packet is too long.', 'print its handouts one by one.'),
    tooWide: (text) => error(pdf, `The packet is too narrow for "${text}".`, 'break up its longest word.'),
  };
}

function textsOf({ source, translation }: PacketRow): string[] {
  return [source, translation].flatMap((side) => (side ? [side.text] : []));
}
