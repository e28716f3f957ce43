import type { PrintedSheet } from '../../src/pdf/printed-file.ts';
import { collectFiles } from '../../src/publish/publish.ts';
import { type DeliveryContext, prepareDelivery } from '../../src/publish/delivery-steps.ts';
import type { BuiltSite } from '../html/build-fixture-site.ts';

/** A site as it is published, but that its PDFs have only been named. */
export interface PublishedSite {
  files: Map<string, Uint8Array>;
  context: DeliveryContext;
}

/** Publishes a built site as if its sheets had been printed: each PDF is its own name. */
export async function publishUnprinted({ settings, content, sheets, site }: BuiltSite): Promise<PublishedSite> {
  const { sourceLocale, address, mainClinic } = settings;
  const { tools } = content;
  const printed = sheets.flatMap((sheet) =>
    sheet.files.map(({ form, pdf }): PrintedSheet => {
      const bytes = Buffer.from(`%PDF-1.7 ${sheet.id} ${form.name} edition ${sheet.text.edition}`);
      return { sheet, form, pdf, points: 13, pages: 2, bytes };
    }),
  );
  const others = [site.cards, ...site.printLists].map(({ pdf }) => ({
    pdf,
    points: 14,
    pages: 2,
    bytes: Buffer.from(`%PDF-1.7 ${pdf}`),
  }));
  const packs = new Map(
    site.printLists.flatMap(({ zip, joined }) =>
      [zip, ...joined.map(({ pdf }) => pdf)].map((path): [string, Uint8Array] => [path, Buffer.from(path)]),
    ),
  );
  const shareImages = site.shareImages.map(({ path }) => ({ path, bytes: Buffer.from(`PNG ${path}`) }));
  const context = { address, mainClinic, printed, tools };
  const files = await prepareDelivery(
    collectFiles({ site, printed, others, shareImages, tools, sourceLocale }, packs),
    context,
  );
  return { files, context };
}
