import type { MarkdownIt } from 'markdown-it';
import type { z } from 'zod';
import type { Language } from '../i18n/languages.ts';
import type { References } from '../markup/inline-text.ts';
import type { Pictures } from '../markup/picture.ts';
import { createContext, type MarkupContext, type MarkupFault } from '../markup/markup-context.ts';
import { renderInline } from '../markup/render-inline.ts';
import { error, hasErrors, type Problem } from '../problem.ts';
import { parseRecord } from '../read-record.ts';
import type { Settings } from '../settings.ts';
import { checkTypedPhones } from '../markup/check-typed-phones.ts';
import type { HandoutText } from './handout.ts';
import { SourceFrontMatterSchema, TranslationFrontMatterSchema } from './handout-schema.ts';
import { createLinkResolver, type LinkTargets } from './resolve-link.ts';
import { parseSections } from './parse-sections.ts';
import { splitFrontMatter } from './split-front-matter.ts';
import { readUnits } from './units.ts';

/** What a handout file is read with. */
export interface HandoutReading {
  md: MarkdownIt;
  language: Language;
  references: References;
  pictures: Pictures;
  /** Programs with an error of their own: their facts are not called missing. */
  unreadPrograms: readonly string[];
  targets: LinkTargets;
  settings: Pick<Settings, 'sourceLocale' | 'country' | 'emergencyNumber'>;
  /** Name of the handout's folder. */
  handout: string;
  file: string;
}

/** A handout file in the source language: the text, and what all languages share. */
export type SourceHandout = { text: HandoutText; shared: z.infer<typeof SourceFrontMatterSchema> };

/** What could be read of a file, and its problems; unlike `Checked`, both at once. */
interface Readable<T> {
  value?: T;
  problems: Problem[];
}

/** Parses the source file of a handout; what can be read is given also beside errors, so that it can be compared. */
export function parseSource(text: string, reading: HandoutReading): Readable<SourceHandout> {
  const parsed = parseFile(text, SourceFrontMatterSchema, reading);
  if (!parsed.value) return { problems: parsed.problems };
  const { frontMatter, body, lineOf } = parsed.value;
  const problems = [...parsed.problems];
  const newest = frontMatter.revisions[0];
  if (newest?.edition !== frontMatter.edition) {
    const what = `The newest revision is of edition ${newest?.edition}, but the handout says edition ${frontMatter.edition}.`;
    const fix = 'put a revision for this edition first in the list, or correct the number.';
    problems.push(error({ file: reading.file, line: lineOf(['revisions']) }, what, fix));
  }
  const source = { ...body, edition: frontMatter.edition, isSound: !hasErrors(problems) };
  return { value: { text: source, shared: frontMatter }, problems };
}

/** Parses a translation of a handout; see {@link parseSource}. */
export function parseTranslation(text: string, reading: HandoutReading): Readable<HandoutText> {
  const { value, problems } = parseFile(text, TranslationFrontMatterSchema, reading);
  if (!value) return { problems };
  const { edition, translation, madeFrom, notes } = value.frontMatter;
  return { value: { ...value.body, edition, translation, madeFrom, notes, isSound: !hasErrors(problems) }, problems };
}

function parseFile<S extends typeof SourceFrontMatterSchema | typeof TranslationFrontMatterSchema>(
  text: string,
  schema: S,
  reading: HandoutReading,
) {
  const { file } = reading;
  const split = splitFrontMatter(text, file);
  if (!split.value) return { problems: split.problems };
  const { yaml, yamlLine, body, bodyLine } = split.value;
  const front = parseRecord(yaml, schema, file, yamlLine);
  const problems: Problem[] = [...front.problems];
  const context = contextFor(reading);
  const sections = parseSections(reading.md, body, context, file, bodyLine, isTrueFault(reading));
  problems.push(...sections.problems, ...checkTypedPhones(body, { file, line: bodyLine }, reading.settings));
  if (!front.value) return { problems };
  const frontMatter = front.value as z.infer<S>;
  const inline = (key: 'title' | 'summary') => {
    const line = front.lineOf([key]);
    const own = { ...contextFor(reading, key), isHeading: key === 'title' };
    const rendered = renderInline(reading.md, frontMatter[key], own);
    problems.push(...own.faults.filter(isTrueFault(reading)).map(({ what, fix }) => error({ file, line }, what, fix)));
    problems.push(...checkTypedPhones(frontMatter[key], { file, line }, reading.settings));
    return { ...rendered, line };
  };
  const content = {
    locale: reading.language.tag,
    file,
    title: inline('title'),
    summary: inline('summary'),
    sections: sections.value ?? [],
    units: readUnits(text, file),
  };
  return { value: { frontMatter, body: content, lineOf: front.lineOf }, problems };
}

/** False for facts of a program that could not be read: one mistake is one problem. */
function isTrueFault({ unreadPrograms }: HandoutReading): (fault: MarkupFault) => boolean {
  return ({ fact }) => !unreadPrograms.some((id) => fact?.startsWith(`${id}.`));
}

function contextFor(reading: HandoutReading, idPrefix = 'text'): MarkupContext {
  const { language, references, pictures, settings } = reading;
  return createContext({
    language,
    latinLocale: settings.sourceLocale,
    references,
    pictures,
    idPrefix,
    resolveLink: createLinkResolver(reading),
  });
}
