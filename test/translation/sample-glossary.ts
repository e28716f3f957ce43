import type { Checked } from '../../src/problem.ts';
import { type Glossary, GLOSSARY_FILE, readGlossary } from '../../src/translation/glossary.ts';
import { copyFixtureSite } from '../fixture-site.ts';

/** Reads a glossary of a press in English, Spanish, Arabic and Russian, from the text of its file. */
export async function readSampleGlossary(yaml: string | null): Promise<Checked<Glossary>> {
  const root = await copyFixtureSite(yaml === null ? {} : { [GLOSSARY_FILE]: yaml });
  return readGlossary(root, ['en', 'es', 'ar', 'ru']);
}

/** A glossary without errors. */
export async function sampleGlossary(yaml: string): Promise<Glossary> {
  const { value, problems } = await readSampleGlossary(yaml);
  if (!value || problems.length > 0) throw new Error(`The glossary cannot be read: ${JSON.stringify(problems)}`);
  return value;
}
