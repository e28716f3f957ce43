import { type z } from 'zod';
import { clinicTableColumns } from '../src/clinic/clinic-table-columns.ts';
import { clinicSchema, programSchema } from '../src/clinic/record-schemas.ts';
import { SourceFrontMatterSchema, TranslationFrontMatterSchema } from '../src/handout/handout-schema.ts';
import { LanguageSchema } from '../src/i18n/languages.ts';
import { WantedLanguageSchema } from '../src/i18n/wanted-languages.ts';
import { PackSchema, SettingsSchema } from '../src/settings.ts';
import { TermSchema, TermTranslationSchema } from '../src/translation/glossary.ts';

/** The parts of the guide, each made of a schema: the same words that stand in the error messages. */
const PARTS: [string, z.ZodObject][] = [
  ['Front matter of `en.md`', SourceFrontMatterSchema],
  ['Front matter of a translation', TranslationFrontMatterSchema],
  ['`content/clinics/<clinic>.yaml`', clinicSchema('US')],
  ['A row of the table of a network’s clinics', clinicTableColumns('US', [])],
  ['`content/programs/<program>.yaml`', programSchema('US')],
  ['A term in `content/glossary.yaml`', TermSchema],
  ['A translation of a term', TermTranslationSchema],
  ['A language in `locales/languages.yaml`', LanguageSchema],
  ['A language in `locales/wanted.yaml`', WantedLanguageSchema],
  ['`content/settings.yaml`', SettingsSchema],
  ['A pack in `content/settings.yaml`', PackSchema],
];

const START = '<!-- author guide: made by `npm run guide` from the schemas -->';
const END = '<!-- end of author guide -->';

/** Puts the guide into a text that has the two marks. @throws {Error} if a mark is missing */
export function insertGuide(readme: string): string {
  const [start, end] = [readme.indexOf(START), readme.indexOf(END)];
  if (start === -1 || end < start) throw new Error(`README.md needs the lines ${START} and ${END}.`);
  const tables = PARTS.map(([title, schema]) => `#### ${title}\n\n${tableOf(schema)}`).join('\n\n');
  return `${readme.slice(0, start + START.length)}\n\n${tables}\n\n${readme.slice(end)}`;
}

function tableOf(schema: z.ZodObject): string {
  const rows = Object.entries(schema.shape).map(([key, field]) => {
    const isOptional = (field as z.ZodType).safeParse(undefined).success;
    return `| \`${key}\` | ${isOptional ? '' : 'yes'} | ${(field as z.ZodType).description ?? ''} |`;
  });
  return ['| key | needed | what it is |', '| --- | --- | --- |', ...rows].join('\n');
}
