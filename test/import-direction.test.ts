import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT } from './fixture-site.ts';

const STAGES = [
  'i18n',
  'true-type',
  'markup',
  'clinic',
  'handout',
  'translation',
  'readability',
  'exchange',
  'status',
  'html',
  'pdf',
  'packet',
  'stamp',
  'publish',
  'scaffold',
  'client',
];
/** Files of the root that every stage may use, and that use no stage. */
const ROOT_FILES = [
  ...[
    'build-cache.ts',
    'build-record.ts',
    'cache-key.ts',
    'content-type.ts',
    'days-held.ts',
    'forms.ts',
    'hash-inputs.ts',
    'list-in-words.ts',
    'move-into-place.ts',
    'nearest-names.ts',
    'paper.ts',
    'placeholder.ts',
    'print-cache.ts',
    'problem.ts',
    'read-record.ts',
    'read-text.ts',
    'running-process.ts',
    'schema-fields.ts',
    'slug.ts',
    'write-files.ts',
  ],
  'settings.ts',
];

const files = readdirSync(join(PROJECT, 'src'), { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'))
  .sort();

/** The files of `src` that a file imports, statically, for its types or at run time. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(PROJECT, 'src', file), 'utf8');
  const specifiers = [...text.matchAll(/(?:\bfrom|\bimport\(?)\s*['"](\.[^'"]+)['"]/g)].map((match) => match[1] ?? '');
  return specifiers.map((specifier) => posix.join(posix.dirname(file), specifier));
}

const stageOf = (file: string): string | undefined => (file.includes('/') ? file.split('/')[0] : undefined);

function mayImport(file: string, imported: string): boolean {
  const [from, to] = [stageOf(file), stageOf(imported)];
  if (to === undefined) return ROOT_FILES.includes(imported);
  return from !== undefined && STAGES.indexOf(to) <= STAGES.indexOf(from);
}

describe('the stages of src', () => {
  it('are all known to this test', () => {
    const folders = new Set(files.flatMap((file) => stageOf(file) ?? []));
    expect([...folders].filter((folder) => !STAGES.includes(folder))).toEqual([]);
  });

  // The pipeline and the reading of all content join the stages; nothing may import them in turn.
  const checked = files.filter((file) => stageOf(file) !== undefined || ROOT_FILES.includes(file));
  it.each(checked)('%s imports only from its own stage, earlier ones and the root files', (file) => {
    expect(importsOf(file).filter((imported) => !mayImport(file, imported))).toEqual([]);
  });
});
