/** Scripts written from right to left (Unicode, Bidi_Class R and AL). */
const RTL_SCRIPTS = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Syrc', 'Thaa']);

/** Made once: to make it takes a hundred times as long as to ask it. */
const ENGLISH_NAMES = new Intl.DisplayNames('en', { type: 'language' });

type Direction = 'ltr' | 'rtl';

/** Answers so far: thousands of clinics name the same few languages. */
const known = new Map<string, Direction | undefined>();

/**
 * The direction of any language, by the script it is usually written in.
 * @returns nothing if the tag is no language tag
 */
export function directionOf(tag: string): Direction | undefined {
  if (!known.has(tag)) known.set(tag, findDirection(tag));
  return known.get(tag);
}

function findDirection(tag: string): Direction | undefined {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    if (script === undefined || ENGLISH_NAMES.of(language) === language) return undefined;
    return RTL_SCRIPTS.has(script) ? 'rtl' : 'ltr';
  } catch {
    return undefined;
  }
}
