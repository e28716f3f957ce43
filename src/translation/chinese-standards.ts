/** The characters of the two national standards of Chinese: GB 2312 (simplified) and Big5 (traditional). */
export function readChineseStandards(): { simplified: Set<string>; traditional: Set<string> } {
  return {
    simplified: decodeRows('gbk', 0xb0, 0xf7, [[0xa1, 0xfe]]),
    traditional: decodeRows('big5', 0xa4, 0xf9, [
      [0x40, 0x7e],
      [0xa1, 0xfe],
    ]),
  };
}

function decodeRows(encoding: string, first: number, last: number, columns: [number, number][]): Set<string> {
  const bytes: number[] = [];
  for (let row = first; row <= last; row++)
    for (const [from, to] of columns) for (let column = from; column <= to; column++) bytes.push(row, column);
  const text = new TextDecoder(encoding).decode(Uint8Array.from(bytes));
  return new Set([...text].filter((character) => /\p{sc=Han}/u.test(character)));
}
