import { access, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { deserialize, serialize } from 'node:v8';
import { inject } from 'vitest';
import type { Sheet } from '../src/html/build-sheets.ts';
import type { Site } from '../src/html/build-site.ts';
import { createLanguageTools, type LanguageTools } from '../src/i18n/language-tools.ts';
import { readLanguages } from '../src/i18n/languages.ts';
import { createTranslators, readCatalogues } from '../src/i18n/messages.ts';
import type { PrintedFile, PrintedSheet } from '../src/pdf/printed-file.ts';
import type { Problem } from '../src/problem.ts';
import type { Settings } from '../src/settings.ts';
import { fixtureSettings, PROJECT } from './fixture-site.ts';
import { buildWholeSite } from './html/build-fixture-site.ts';
import { printBuilt } from './pdf/print-built-site.ts';

/** The shipped content with its site, printed in every form and language. */
export interface ShippedContent {
  settings: Settings;
  tools: Map<string, LanguageTools>;
  sheets: Sheet[];
  site: Site;
  printed: PrintedSheet[];
  /** Cards and print lists. */
  others: PrintedFile[];
  /** Of the pages and of the print. */
  problems: Problem[];
  /** Where each PDF lies by its path in the output, for other programs. */
  folder: string;
}

/** What is written down for the other test files: all but what can be made again at once, and the bytes of the PDFs. */
type Written = Omit<ShippedContent, 'tools' | 'folder'>;

/** How long to wait for it in a `beforeAll`: more than three hundred PDFs are printed, on a machine that may be busy. */
export const SHIPPED_TIMEOUT = 1_800_000;

/**
 * Prints the shipped content, once in a run of vitest: the first test file that asks does it, and all others wait and
 * read what it wrote. Each gets objects of its own.
 */
export async function printShippedContent(): Promise<ShippedContent> {
  const folder = inject('shippedFolder');
  await mkdir(folder, { recursive: true });
  const places = placesIn(folder);
  const isFirst = await mkdir(places.lock).then(
    () => true,
    () => false,
  );
  if (isFirst) {
    await writeFile(places.owner, String(process.pid));
    await printInto(folder).catch(async (failure: unknown) => {
      await writeFile(places.failure, failure instanceof Error ? (failure.stack ?? failure.message) : String(failure));
    });
  }
  await waitFor(folder);
  return readFrom(folder);
}

function placesIn(folder: string) {
  const lock = join(folder, 'printing');
  return { lock, owner: join(lock, 'pid'), failure: join(lock, 'failure'), content: join(folder, 'content') };
}

async function printInto(folder: string): Promise<void> {
  const built = await buildWholeSite(await fixtureSettings(PROJECT));
  const { value, others, problems } = await printBuilt(built);
  for (const { pdf, bytes } of [...value, ...others]) {
    await mkdir(dirname(join(folder, pdf)), { recursive: true });
    await writeFile(join(folder, pdf), bytes);
  }
  const { settings, sheets, site } = built;
  const none = new Uint8Array();
  const written: Written = {
    ...{ settings, sheets, site },
    printed: value.map((one) => ({ ...one, bytes: none })),
    others: others.map((one) => ({ ...one, bytes: none })),
    problems: [...built.problems, ...problems],
  };
  // Whole or not at all: others read it as soon as it is there.
  const { content } = placesIn(folder);
  await writeFile(`${content}.next`, serialize(withoutFunctions(written)));
  await rename(`${content}.next`, content);
}

/** A copy of data in which what is one object stays one; records know by a function where they were read, which no test asks. */
function withoutFunctions<T>(value: T, copies = new Map<unknown, unknown>()): T {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  const known = copies.get(value);
  if (known !== undefined) return known as T;
  if (value instanceof Map) {
    const copy = new Map<unknown, unknown>();
    copies.set(value, copy);
    for (const [key, one] of value) copy.set(key, withoutFunctions(one, copies));
    return copy as T;
  }
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [] : {};
  copies.set(value, copy);
  const entries = (Object.entries(value) as [string, unknown][]).filter(([, one]) => typeof one !== 'function');
  for (const [key, one] of entries) Object.assign(copy, { [key]: withoutFunctions(one, copies) });
  return copy as T;
}

/** Waits until everything is printed. @throws {Error} if that failed, or whoever printed has died */
async function waitFor(folder: string): Promise<void> {
  const { owner, failure, content } = placesIn(folder);
  for (;;) {
    if (await exists(content)) return;
    if (await exists(failure)) {
      throw new Error(`The shipped content could not be printed: ${await readFile(failure, 'utf8')}`);
    }
    const pid = Number(await readFile(owner, 'utf8').catch(() => ''));
    if (pid > 0 && !isRunning(pid)) throw new Error('The process that printed the shipped content has died.');
    await wait(200);
  }
}

async function readFrom(folder: string): Promise<ShippedContent> {
  const written = deserialize(await readFile(placesIn(folder).content)) as Written;
  for (const one of [...written.printed, ...written.others]) one.bytes = await readFile(join(folder, one.pdf));
  return { ...written, tools: await readTools(written.settings), folder };
}

async function readTools(settings: Settings): Promise<Map<string, LanguageTools>> {
  const { value: languages = [] } = await readLanguages(settings.root);
  const { value: catalogues } = await readCatalogues(settings, languages);
  return createLanguageTools(languages, createTranslators(catalogues ?? new Map()));
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
