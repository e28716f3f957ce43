import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Checked, error } from '../problem.ts';
import type { Manifest, ManifestEntry, SheetEntry } from './manifest.ts';
import { MANIFEST_FILE } from './manifest-file.ts';

const count = z.number().int().nonnegative();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const path = z.string().min(1);

const EntrySchema = z.strictObject({
  path,
  bytes: count,
  sha256,
  // Kept as it is: only the build that made it knows what a sheet is.
  sheet: z.custom<SheetEntry>((value) => typeof value === 'object' && value !== null).optional(),
});

const ListSchema = z.strictObject({ files: z.array(EntrySchema) });

const ManifestSchema = ListSchema.extend({
  network: z.array(z.strictObject({ path, sha256, files: count, bytes: count })).optional(),
  shard: z
    .strictObject({ index: count.min(1), count: count.min(1), plan: z.string().min(1) })
    .refine(({ index, count: parts }) => index <= parts)
    .optional(),
});

/** Reads the manifest of an output that may be anything. @param folder as a person named it; problems name it too */
export async function readManifest(folder: string): Promise<Checked<Manifest>> {
  const bytes = await readFile(join(folder, MANIFEST_FILE)).catch((failure: NodeJS.ErrnoException) => failure);
  if (bytes instanceof Error) {
    const isMissing = ['ENOENT', 'ENOTDIR'].includes(bytes.code ?? '');
    const what = isMissing
      ? `There is no ${MANIFEST_FILE} here.`
      : `${MANIFEST_FILE} cannot be read: ${bytes.message}.`;
    return { problems: [error(folder, what, 'name the folder that a build with --shard has written.')] };
  }
  const value = parse(bytes, ManifestSchema);
  if (value) return { value, problems: [] };
  return { problems: [error(folder, `${MANIFEST_FILE} is damaged.`, 'build this part again.')] };
}

/** The files of a list of the network. @returns `undefined` if the bytes are no such list */
export function parseList(bytes: Uint8Array): ManifestEntry[] | undefined {
  return parse(bytes, ListSchema)?.files;
}

function parse<T>(bytes: Uint8Array, schema: z.ZodType<T>): T | undefined {
  try {
    return schema.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    // Whatever is wrong with it: nobody mends a manifest by hand.
    return undefined;
  }
}
