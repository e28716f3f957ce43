import { error, type Problem } from './problem.ts';

/** What may name a folder, a file or a part of an address. */
export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Names of folders and files that become part of addresses and output paths. */
export function checkSlug(slug: string, file: string): Problem[] {
  if (SLUG.test(slug) && slug.length <= 60) return [];
  return [
    error(
      file,
      `"${slug}" cannot be part of an address.`,
      'rename it: small Latin letters, digits and single dashes only, at most 60 of them, for example free-screening.',
    ),
  ];
}
