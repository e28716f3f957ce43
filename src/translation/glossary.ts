import { join } from 'node:path';
import { z } from 'zod';
import { type Checked, error, type Problem } from '../problem.ts';
import { type LineFinder, parseRecord } from '../read-record.ts';
import { readOptionalText } from '../read-text.ts';

/** Where the agreed terms stand, from the project's root. */
export const GLOSSARY_FILE = 'content/glossary.yaml';

const text = z.string().trim().min(1, 'empty');

/** Schema of one language's word for a term. */
export const TermTranslationSchema = z.strictObject({
  use: text.describe('the agreed word of this language.'),
  forms: z
    .array(text)
    .default([])
    .describe('other spellings or stems that are right too; a text has the term if it holds any of them.'),
  avoid: z.array(text).default([]).describe('wrong words that must never stand in a text of this language.'),
  reason: text.optional().describe('why this word, or where it is from.'),
});

/** Schema of one term. */
export const TermSchema = z.strictObject({
  source: z
    .array(text)
    .min(1)
    .describe('the term in the source language, in all its forms; a section that holds one of them needs it.'),
  note: text.optional().describe('what it means, for translators, and what it is mistaken for.'),
  avoid: z.array(text).default([]).describe('wrong words that must never stand in the source language either.'),
  keepLatin: z
    .boolean()
    .default(false)
    .describe('true for names, such as those of drugs, that each handout also gives in Latin letters.'),
  explain: z
    .boolean()
    .default(false)
    .describe('true for a word that readers may not know: each handout must say what it means where it first stands.'),
  translations: z
    .record(z.string(), TermTranslationSchema)
    .describe('the word of each language, by language tag: use, forms, avoid and reason.'),
});

/** Schema of `content/glossary.yaml`. */
export const GlossarySchema = z.strictObject({
  terms: z.record(z.string(), TermSchema).describe('the agreed terms by a name of their own.'),
});

/** One agreed term. */
export type Term = z.infer<typeof TermSchema>;

/** The agreed terms of the press. */
export interface Glossary {
  terms: Record<string, Term>;
  lineOf: LineFinder;
}

/** Reads the glossary; a press without one agrees on no terms. Languages must be those of the press. */
export async function readGlossary(root: string, tags: readonly string[]): Promise<Checked<Glossary>> {
  const read = await readOptionalText(join(root, GLOSSARY_FILE), GLOSSARY_FILE);
  if (read.value === undefined) return { problems: read.problems };
  const { value, problems, lineOf } = parseRecord(read.value, GlossarySchema, GLOSSARY_FILE);
  if (!value) return { problems };
  return { value: { terms: value.terms, lineOf }, problems: findUnknownLanguages(value.terms, tags, lineOf) };
}

function findUnknownLanguages(terms: Glossary['terms'], tags: readonly string[], lineOf: LineFinder): Problem[] {
  return Object.entries(terms).flatMap(([name, { translations }]) =>
    Object.keys(translations)
      .filter((tag) => !tags.includes(tag))
      .map((tag) => {
        const where = { file: GLOSSARY_FILE, line: lineOf(['terms', name, 'translations', tag]) };
        return error(where, `"${tag}" is not a language of this press.`, `use one of: ${tags.join(', ')}.`);
      }),
  );
}
