import { createHash } from 'node:crypto';

/** What an id is made of. */
export interface ClinicIdentity {
  name: string;
  address?: { street: string; city: string; state: string; postalCode: string };
  phones: readonly { number: { e164: string } }[];
}

/** Longest id, so that paths stay short enough for Windows; the same limit as that of other folders. */
const MOST_LETTERS = 60;
const MOST_OF_POSTAL_CODE = 10;
const HASH_LENGTH = 8;

/** `-x` and the hash. No id has such an end unless it is one: see {@link assignClinicIds}. */
const SUFFIX_LENGTH = HASH_LENGTH + 2;
const SUFFIX = /-x[0-9a-f]{8}$/;

/** Latin letters that Unicode does not decompose into a plain one and a mark. */
const UNDECOMPOSED: Partial<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
};

/** Names that Windows keeps for devices, in any folder (learn.microsoft.com, "Naming Files, Paths, and Namespaces"). */
const DEVICE_NAME = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** True if Windows could make no folder of this name. */
export function isDeviceName(id: string): boolean {
  return DEVICE_NAME.test(id);
}

/**
 * Gives clinics ids for their folders and files: `Sample Clinic, Ñuñoa` in 90012 is `sample-clinic-nunoa-90012`.
 *
 * The postal code always belongs to it, because clinics of one name are common in a country and rare behind one
 * code: so almost every id is readable and depends on its clinic alone. Where ids would clash after all, with each
 * other or with those taken, every clinic concerned gets a suffix: a hash of its name, address and main phone. An id
 * thus never depends on the order of clinics, and on others only in that the first twin of a clinic adds the suffix
 * to both. Only clinics of the same name, address and main phone get the same id.
 * @param taken ids that others have; one that looks like an id with a suffix could be met by chance
 * @returns the ids in the order of the clinics: slugs of at most 60 characters, all in lower case, since file
 * systems may not tell capitals apart
 */
export function assignClinicIds(clinics: readonly ClinicIdentity[], taken: ReadonlySet<string>): string[] {
  const bases = clinics.map(baseOf);
  const counts = new Map<string, number>();
  for (const base of bases) counts.set(base, (counts.get(base) ?? 0) + 1);
  return clinics.map((clinic, index) => {
    const base = bases[index] ?? '';
    // A name that ends like a suffix gets one too, or it could be the id of another clinic with its suffix.
    const isSafe = counts.get(base) === 1 && !taken.has(base) && !SUFFIX.test(base);
    return isSafe ? base : `${base}-x${hashOf(...identityOf(clinic))}`;
  });
}

function baseOf({ name, address }: ClinicIdentity): string {
  const code = shorten(slugOf(address?.postalCode ?? ''), MOST_OF_POSTAL_CODE);
  const room = MOST_LETTERS - SUFFIX_LENGTH - (code === '' ? 0 : code.length + 1);
  // A name without Latin letters, such as one in Arabic, is known by its hash.
  const slug = shorten(slugOf(name), room) || `clinic-${hashOf(name)}`;
  const base = code === '' ? slug : `${slug}-${code}`;
  return isDeviceName(base) ? `clinic-${base}` : base;
}

/** Small Latin letters, digits and single dashes. `Women’s` is one word. */
function slugOf(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\p{M}'’]/gu, '')
    .replaceAll(/[ßæœøđðþłı]/g, (letter) => UNDECOMPOSED[letter] ?? '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

function shorten(slug: string, most: number): string {
  return slug.slice(0, most).replace(/-$/, '');
}

function identityOf({ name, address, phones }: ClinicIdentity): string[] {
  const { street = '', city = '', state = '', postalCode = '' } = address ?? {};
  return [name, street, city, state, postalCode, phones[0]?.number.e164 ?? ''];
}

/** Of texts that hold no U+0000, so that parts cannot run into each other. */
function hashOf(...parts: string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, HASH_LENGTH);
}
