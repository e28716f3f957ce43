import { type Code, codeKey, codesOf, type Piece, splitCodes } from './inline-codes.ts';
import { localiseLinks } from './localise-links.ts';

/** A text and its translation in pieces, and what their codes are called. */
export interface NumberedTexts {
  source: Piece[];
  target?: Piece[];
  /** Codes of the translation that stand for one of the source have its id; those of its own start with `t`. */
  idOf: ReadonlyMap<Code, string>;
  /** The codes by id, as a translation writes them. */
  codes: ReadonlyMap<string, Code>;
}

/**
 * Gives the codes of a text and of its translation ids by which tools pair them: `1`, `2` in the order of the source.
 * @param locales of the source and the translation, in whose files links lead to texts of their own language
 */
export function numberCodes(
  source: string,
  target: string | undefined,
  { sourceLocale, locale }: { sourceLocale: string; locale: string },
): NumberedTexts {
  const sourcePieces = splitCodes(source);
  const targetPieces = target === undefined ? undefined : splitCodes(target);
  const idOf = new Map<Code, string>();
  const codes = new Map<string, Code>();
  const free = codesOf(sourcePieces).map((code, index) => {
    const id = String(index + 1);
    const written = localiseCode(code, sourceLocale, locale);
    idOf.set(code, id);
    codes.set(id, written);
    return { id, key: codeKey(written) };
  });
  let own = 0;
  for (const code of codesOf(targetPieces ?? [])) {
    const partner = free.findIndex(({ key }) => key === codeKey(code));
    const [{ id } = { id: `t${(own += 1)}` }] = partner === -1 ? [] : free.splice(partner, 1);
    idOf.set(code, id);
    codes.set(id, code);
  }
  return { source: sourcePieces, ...(targetPieces && { target: targetPieces }), idOf, codes };
}

function localiseCode(code: Code, from: string, to: string): Code {
  return code.closing === undefined ? code : { ...code, closing: localiseLinks(code.closing, from, to) };
}
