const ALPHABET = [...'abcdefghijklmnopqrstuvwxyz'];

/**
 * Finds the tag of a language by the English name that Unicode gives it (CLDR, which Node.js carries):
 * `Haitian Creole` -> `ht`. Letter case does not matter.
 *
 * The engine only answers tags with names, so tag after tag is asked until one has the name. The two-letter tags
 * come first: the usual languages do not cost the half second that all others take.
 */
export function createNameLookup(): (name: string) => string | undefined {
  const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  const tagsByName = new Map<string, string>();
  const tagsToAsk = possibleTags();
  return (name) => {
    const wanted = name.toLowerCase();
    while (!tagsByName.has(wanted)) {
      const { value: tag, done } = tagsToAsk.next();
      if (done) break;
      const found = names.of(tag)?.toLowerCase();
      // Old codes have the names of those that took their place: `iw` is Hebrew too, but `he` is its tag.
      if (found !== undefined && !tagsByName.has(found) && Intl.getCanonicalLocales(tag)[0] === tag) {
        tagsByName.set(found, tag);
      }
    }
    return tagsByName.get(wanted);
  };
}

function* possibleTags(): Generator<string, undefined> {
  for (const a of ALPHABET) for (const b of ALPHABET) yield a + b;
  for (const a of ALPHABET) for (const b of ALPHABET) for (const c of ALPHABET) yield a + b + c;
}
