import type { Code } from './inline-codes.ts';
import type { ReturnedPiece } from './returned.ts';

/**
 * The Markdown of a returned source text. Here the file says itself what its codes stand for: it may be of an older
 * edition, in which the same id was another code.
 */
export function returnedSource(pieces: readonly ReturnedPiece[], codes: ReadonlyMap<string, Code>): string {
  return pieces
    .map((piece) => (typeof piece === 'string' ? piece : (piece.data ?? rawOf(piece, codes) ?? '')))
    .join('');
}

/**
 * The Markdown of a returned translation. What a code stands for, the project says, so that no tool can change a fact or
 * a link; only a code that the translator has added is taken from the file.
 * @returns also the ids of codes of which neither says what they are
 */
export function returnedTarget(
  pieces: readonly ReturnedPiece[],
  codes: ReadonlyMap<string, Code>,
): { text: string; unknown: string[] } {
  const unknown: string[] = [];
  const text = pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      const raw = rawOf(piece, codes) ?? piece.data;
      if (raw === undefined) unknown.push(piece.id);
      return raw ?? '';
    })
    .join('');
  return { text, unknown: [...new Set(unknown)] };
}

function rawOf({ id, part }: Exclude<ReturnedPiece, string>, codes: ReadonlyMap<string, Code>): string | undefined {
  const code = codes.get(id);
  if (!code || (part === 'whole') !== (code.closing === undefined)) return undefined;
  return part === 'closing' ? code.closing : code.opening;
}
