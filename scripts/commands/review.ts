import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { Content } from '../../src/read-content.ts';
import type { Checked } from '../../src/problem.ts';
import type { NewReview } from '../../src/translation/record-review.ts';
import { addContentOptions, type TypedOptions } from '../run-options.ts';
import type { Terminal } from '../terminal.ts';
import { requireKnown, UsageError } from '../usage-error.ts';

interface ReviewOptions extends TypedOptions {
  name: string;
  qualification: string;
  date: string;
  culture?: boolean;
  sections?: string[];
}

/** What is named instead of a handout for the words around the handouts. */
const WORDS = 'words';

/** `handouts review`: writes down who has read a text and found it right, and the very words that were read. */
export function addReview(program: Command, terminal: Terminal): void {
  addContentOptions(program.command('review'))
    .description(
      'write down who has reviewed a translation, the English of a handout, or the words around the handouts',
    )
    .argument('<language>', 'its tag, such as es; en for a clinician’s review of the English')
    .argument('<handout>', 'name of its folder in content/handouts/, or: words (all that pages and sheets say beside)')
    .requiredOption('--name <name>', 'full name of the reviewer')
    .requiredOption('--qualification <text>', 'what makes the reviewer qualified')
    .requiredOption('--date <date>', 'day of the review, such as 2026-11-23')
    .option('--culture', 'the reviewer also judged that it fits its readers’ way of life')
    .option(
      '--sections <ids...>',
      'only these were read (ids of sections, title or summary), and the last review holds on',
    )
    .action(async (locale: string, name: string, typed: ReviewOptions) => {
      terminal.onErrors('No review was written down.');
      const { projectSettings } = await import('../project-settings.ts');
      const { checkNewReview } = await import('../../src/translation/check-new-review.ts');
      const { readContent } = await import('../../src/read-content.ts');
      const { writeFiles } = await import('../../src/write-files.ts');
      const settings = { ...(await projectSettings(typed)), isBeingWritten: true };
      const review: NewReview = { ...typed, name: typed.name.trim(), qualification: typed.qualification.trim() };
      const [fault] = checkNewReview(review, settings.today);
      if (fault) throw new UsageError(fault.where.file, fault.what, fault.fix);
      const content = await readContent(settings);
      const context = { ...settings, content, locale };
      const { file, text } = await (name === WORDS
        ? reviewWords(review, context)
        : reviewHandout(name, review, context));
      terminal.problems(text.problems);
      if (text.value === undefined) return;
      await writeFiles(settings.root, new Map([[file, text.value]]));
      terminal.tell(`${file}: reviewed by ${review.name} (${review.qualification}) on ${review.date}.`);
      terminal.answer({ file, ...review, sections: review.sections ?? 'all' });
    });
}

interface ReviewContext {
  root: string;
  sourceLocale: string;
  content: Content;
  locale: string;
}

async function reviewHandout(
  name: string,
  review: NewReview,
  { root, sourceLocale, content: { handouts }, locale }: ReviewContext,
): Promise<{ file: string; text: Checked<string> }> {
  const { recordReview } = await import('../../src/translation/record-review.ts');
  const names = [...handouts.map(({ id }) => id), WORDS];
  const id = requireKnown(name, names, { where: 'review', kind: 'handout' });
  const handout = handouts.find((each) => each.id === id);
  const locales = handout?.texts.map((text) => text.locale) ?? [];
  const tag = requireKnown(locale, locales, { where: 'review', kind: `translation of ${id} into` });
  const text = handout?.texts.find((each) => each.locale === tag);
  if (!handout || !text) throw new Error(`${id}/${tag} is known, and yet it was not found.`);
  refuseCultureOfSource(review, tag === sourceLocale);
  for (const section of review.sections ?? []) {
    requireKnown(section, [...handout.source.units.keys()], { where: '--sections', kind: 'section' });
  }
  const file = await readFile(join(root, text.file), 'utf8');
  return { file: text.file, text: recordReview(file, handout, text, review) };
}

function refuseCultureOfSource({ culture }: NewReview, isSource: boolean): void {
  if (!culture || !isSource) return;
  const what = 'Whether a text fits its readers’ culture is asked of translations.';
  throw new UsageError('--culture', what, 'leave it out.');
}

async function reviewWords(
  review: NewReview,
  { root, content: { words }, locale }: ReviewContext,
): Promise<{ file: string; text: Checked<string> }> {
  const { recordWordsReview } = await import('../../src/translation/record-words-review.ts');
  const tag = requireKnown(locale, [...words.keys()], { where: 'review', kind: 'translation into' });
  const found = words.get(tag);
  if (!found) throw new Error(`The words of ${tag} are known, and yet they were not found.`);
  if (review.sections) {
    throw new UsageError('--sections', 'The words around the handouts have no sections.', 'leave it out.');
  }
  const file = await readFile(join(root, found.file), 'utf8').catch((failure: NodeJS.ErrnoException) => {
    if (failure.code === 'ENOENT') return undefined;
    throw failure;
  });
  return { file: found.file, text: { value: recordWordsReview(file, found, review), problems: [] } };
}
