import { PDFDocument } from '@cantoo/pdf-lib';
import { FORMS } from '../src/forms.ts';
import { formPage } from '../src/html/form-page.ts';
import { panelFonts } from '../src/html/panel-fonts.ts';
import { panelPage, PANELS_URL } from '../src/html/render-panels.ts';
import { emptySlot } from '../src/html/slot.ts';
import { contentBox } from '../src/paper.ts';
import { Printer } from '../src/pdf/print-page.ts';
import { sheetItem } from '../src/pdf/print-items.ts';
import { networkSheets, type Sheet } from '../src/html/build-sheets.ts';
import { createPanelRenderers } from '../src/html/render-panels.ts';
import type { NetworkSubject } from './bench-network.ts';
import type { OneBrowser } from './bench-one-browser.ts';
import { type Contestant, timed } from './bench-rounds.ts';

/** Clinics that get each sheet in a round. */
const COPIES = 2;

/** What a sheet and the panels of its language are, as the browser printed them. */
interface Prints {
  sheet: Uint8Array;
  /** A page for each of some clinics. */
  panels: PDFDocument;
}

/**
 * What most programs do: the PDF library opens the sheet, draws the page of the panel on it and saves. Tags and links of
 * the panel are lost. The panels are opened once, which is more than fair.
 */
export async function embedding(subject: NetworkSubject, shop: OneBrowser): Promise<Contestant> {
  const all = await printAll(subject, shop);
  const round = async () => {
    const milliseconds = await timed(async () => {
      for (const prints of all) {
        for (let copy = 0; copy < COPIES; copy++) await embed(prints, copy);
      }
    });
    return { whole: milliseconds / (all.length * COPIES) };
  };
  return { name: 'pdf-lib: embedPage, drawPage, save', round };
}

async function embed({ sheet, panels }: Prints, clinic: number): Promise<void> {
  const document = await PDFDocument.load(sheet, { updateMetadata: false, parseSpeed: Infinity });
  const panel = await document.embedPage(panels.getPage(clinic));
  document.getPages().at(-1)?.drawPage(panel);
  if ((await document.save()).length < sheet.length / 2) throw new Error('pdf-lib saved no sheet.');
}

async function printAll(subject: NetworkSubject, shop: OneBrowser): Promise<Prints[]> {
  const printer = await Printer.open(shop.browser, shop.origin);
  const all: Prints[] = [];
  for (const model of subject.sheets) {
    const sheet = await printEmpty(model, printer, subject);
    const panels = await PDFDocument.load(await printPanels(model, printer, { subject, shop }));
    all.push({ sheet, panels });
  }
  return all;
}

async function printEmpty(model: Sheet, printer: Printer, { site, context }: NetworkSubject): Promise<Uint8Array> {
  const [file] = model.files;
  const slot = file?.form.slots[0];
  const page = site.pages.find(({ url }) => url === file?.url)?.content;
  if (!file || !slot || page === undefined) throw new Error(`No page with a slot was rendered for ${model.id}.`);
  const item = sheetItem(model, file, context.tools, context.settings);
  const html = formPage(emptySlot(page, slot), { ...item, styles: site.formStyles });
  return (await printer.print({ ...item, html }, file.form)).bytes;
}

async function printPanels(
  model: Sheet,
  printer: Printer,
  { subject, shop }: { subject: NetworkSubject; shop: OneBrowser },
): Promise<Uint8Array> {
  const { language } = model;
  const { context, clinics, sheetContext } = subject;
  const form = FORMS.standard;
  const render = createPanelRenderers(context.tools, context.settings)(language);
  const sheets = clinics.slice(0, COPIES).flatMap((clinic) => networkSheets([model], clinic, sheetContext));
  const panels = sheets.map(({ panel }, index) => render({ panel }, index));
  const { css, files } = await panelFonts(panels, language.tag, context);
  shop.add(files);
  const html = panelPage({ language, form, panels, formStyles: context.site.formStyles, fontStyles: css });
  const box = contentBox(form.paper);
  await printer.measurePanels(html, PANELS_URL, { ...box, points: context.settings.bodySize.min, tightest: 0 });
  const wanted = panels.map((_, index) => index);
  return (await printer.printPanels(wanted, 0, box)).bytes;
}
