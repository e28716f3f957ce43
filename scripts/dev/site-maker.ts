import { join } from 'node:path';
import { openCache } from '../../src/build-cache.ts';
import { adviceOn } from '../../src/check-content.ts';
import { buildSheets, type Sheet } from '../../src/html/build-sheets.ts';
import { buildSite, type Site } from '../../src/html/build-site.ts';
import { openPrintShop } from '../../src/pdf/print-shop.ts';
import { createPrintCache, type PrintCache } from '../../src/print-cache.ts';
import { error, PressError, sortProblems, stopOnErrors } from '../../src/problem.ts';
import { type Content, readContent } from '../../src/read-content.ts';
import type { Settings } from '../../src/settings.ts';
import { stampSheets } from '../../src/stamp/stamp-sheets.ts';
import { hashCode } from '../build-inputs.ts';
import { explainUnexpected } from '../explain-unexpected.ts';
import { projectSettings } from '../project-settings.ts';
import type { TypedOptions } from '../run-options.ts';
import type { MakerAnswer, MakerRequest } from './maker-messages.ts';

// A process of its own, so that the server answers while pages are made, and so that it can be started anew: Eleventy
// keeps compiled templates, with the filters of the first site, for as long as its process lives.

interface Made {
  content: Content;
  settings: Settings;
  sheets: Sheet[];
  site: Site;
}

let cache: PrintCache | undefined;
let last: Made | undefined;
let newest = 0;

process.on('message', (request: MakerRequest) => {
  const work = request.kind === 'make' ? make(request) : print(request);
  void work.catch((failure: unknown) => {
    const problems = failure instanceof PressError ? failure.problems : [explainUnexpected(failure)];
    send({ kind: 'refused', id: request.id, problems });
  });
});
process.on('disconnect', () => process.exit());

function send(answer: MakerAnswer): void {
  process.send?.(answer);
}

/** Makes the pages that somebody looks at, then all; the rest is left out once there is a newer request. */
async function make({ id, typed, first }: MakerRequest & { kind: 'make' }): Promise<void> {
  newest = id;
  const settings = await readyToMake(typed);
  const content = await readContent(settings);
  const sheets = buildSheets({ ...content, settings });
  const advice = adviceOn(content);
  const begun = first.length > 0 ? first : [settings.sourceLocale];
  const shown = sheets.filter(({ language }) => begun.includes(language.tag));
  for (const some of shown.length > 0 && shown.length < sheets.length ? [shown, sheets] : [sheets]) {
    if (newest !== id) return;
    const { value: site, problems } = await buildSite(some, content, settings, cache);
    stopOnErrors(problems);
    last = { content, settings, sheets, site };
    send({
      ...{ kind: 'site', id, isWhole: some === sheets },
      pages: site.pages,
      assets: [...site.assets],
      sheets: sheets.map(({ url, text, files }) => {
        return { url, title: text.title.text, files: files.map(({ form, pdf }) => ({ form: form.name, pdf })) };
      }),
      problems: sortProblems([...advice, ...problems]),
    });
  }
}

async function readyToMake(typed: TypedOptions): Promise<Settings> {
  const settings = { ...(await projectSettings(typed)), isBeingWritten: true };
  cache ??= createPrintCache(openCache(join(settings.cache, 'store')), hashCode());
  return settings;
}

/** Prints a sheet as a build does: with a slot, and the clinic's panel put into it. */
async function print({ id, pdf }: MakerRequest & { kind: 'print' }): Promise<void> {
  const wanted = last?.sheets.find(({ files }) => files.some((file) => file.pdf === pdf));
  if (!last || !wanted)
    throw new PressError([error(pdf, 'There is no such sheet.', 'open it from the page of a handout.')]);
  const { content, settings, sheets, site } = last;
  const form = wanted.files.find((file) => file.pdf === pdf)?.form;
  const ofForm = sheets
    .filter(({ language }) => language === wanted.language)
    .map((sheet) => ({ ...sheet, files: sheet.files.filter((file) => file.form === form) }));
  const context = { ...content, site, settings, cache };
  const shop = await openPrintShop(context);
  try {
    const one = ofForm.filter((sheet) => sheet.id === wanted.id);
    const { value, problems } = await stampSheets(ofForm, shop, context, new Set(one));
    stopOnErrors(problems);
    const bytes = value.find((printed) => printed.pdf === pdf)?.bytes;
    if (!bytes) throw new Error(`${pdf} was not printed.`);
    send({ kind: 'printed', id, bytes });
  } finally {
    await shop.close();
  }
}
