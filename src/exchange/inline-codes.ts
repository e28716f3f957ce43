/** What an inline code stands for. */
export type CodeKind = 'fact' | 'picture' | 'line' | 'bold' | 'link' | 'language';

/**
 * A mark of Markdown inside a text, which translators move but do not write. Bold text, links and words of another
 * language have a second one, where they end.
 */
export interface Code {
  kind: CodeKind;
  /** As it stands in the text: `{{emergency}}`, `**`, `[`. */
  opening: string;
  /** `**`, `](https://…)`. */
  closing?: string;
}

/** Words, or one end of a code. */
export type Piece = string | { code: Code; part: 'whole' | 'opening' | 'closing' };

/** Facts, pictures and lines to write on; a sign after a backslash is a word's. */
const WHOLE = /\\[^]|(?<fact>\{\{[^{}]*\}\})|(?<picture>!\[(?:\\.|[^\]\\])*\]\([^()]*\))|(?<line>_{3,}(?:\s+_{3,})*)/y;
const TARGET = /\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+"[^"]*")?\)/y;

/**
 * Takes a text of Markdown apart into words and codes. Put together again, they are the text, letter for letter.
 *
 * Input: `Ask about **warfarin**.`
 * Output: `Ask about `, bold opens, `warfarin`, bold closes, `.`
 */
export function splitCodes(text: string): Piece[] {
  const pieces: Piece[] = [];
  const links = findLinks(text);
  let words = '';
  const push = (...found: Piece[]): void => {
    if (words !== '') pieces.push(words);
    words = '';
    for (const piece of found) pieces.push(piece);
  };
  for (let position = 0; position < text.length;) {
    const pair = links.get(position) ?? findBold(text, position, links);
    const whole = matchAt(WHOLE, text, position);
    if (pair) {
      const { code, inside, end } = pair;
      push({ code, part: 'opening' }, ...splitCodes(inside), { code, part: 'closing' });
      position = end;
    } else {
      const [kind] = Object.entries(whole?.groups ?? {}).find(([, found]) => found !== undefined) ?? [];
      const found = whole?.[0] ?? text.charAt(position);
      if (kind === undefined) words += found;
      else push({ code: { kind: kind as CodeKind, opening: found }, part: 'whole' });
      position += found.length;
    }
  }
  push();
  return pieces;
}

/** The text that pieces are of. */
export function joinPieces(pieces: readonly Piece[]): string {
  return pieces.map(rawOf).join('');
}

/** What a piece is in the text. */
export function rawOf(piece: Piece): string {
  if (typeof piece === 'string') return piece;
  return piece.part === 'closing' ? (piece.code.closing ?? '') : piece.code.opening;
}

/** The codes of a text, each once, in the order in which they open. */
export function codesOf(pieces: readonly Piece[]): Code[] {
  return pieces.flatMap((piece) => (typeof piece === 'string' || piece.part === 'closing' ? [] : [piece.code]));
}

/** The same for codes that stand for the same. */
export function codeKey({ opening, closing = '' }: Code): string {
  return `${opening}…${closing}`;
}

interface Pair {
  code: Code;
  inside: string;
  end: number;
}

/** Links by where they start, found in one pass: brackets pair up as in CommonMark. */
function findLinks(text: string): Map<number, Pair> {
  const links = new Map<number, Pair>();
  const open: number[] = [];
  for (let position = 0; position < text.length;) {
    const whole = matchAt(WHOLE, text, position)?.[0];
    const start = text[position] === ']' ? open.pop() : undefined;
    const closing = start === undefined ? undefined : matchAt(TARGET, text, position)?.[0];
    if (whole === undefined && text[position] === '[') open.push(position);
    if (start !== undefined && closing !== undefined) {
      const kind = closing.startsWith('](lang:') ? 'language' : 'link';
      const inside = text.slice(start + 1, position);
      links.set(start, { code: { kind, opening: '[', closing }, inside, end: position + closing.length });
    }
    position += (whole ?? closing)?.length ?? 1;
  }
  return links;
}

/** Bold text neither begins nor ends with a space (CommonMark 0.31, section 6.2), and ends outside of other codes. */
function findBold(text: string, start: number, links: ReadonlyMap<number, Pair>): Pair | undefined {
  if (!/^\*\*[^\s*]/.test(text.slice(start, start + 3))) return undefined;
  for (let end = start + 2; end < text.length;) {
    if (text.startsWith('**', end) && end > start + 2 && /\S/.test(text.charAt(end - 1))) {
      const code: Code = { kind: 'bold', opening: '**', closing: '**' };
      return { code, inside: text.slice(start + 2, end), end: end + 2 };
    }
    end = links.get(end)?.end ?? end + (matchAt(WHOLE, text, end)?.[0].length ?? 1);
  }
  return undefined;
}

function matchAt(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position;
  return pattern.exec(text);
}
