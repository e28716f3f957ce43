/** A block of a CMap has at most so many rows (Adobe Technical Note 5014, 7.1). */
const ROWS_OF_BLOCK = 100;

const START = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
`;
const END = `endcmap
CMapName currentdict /CMap defineresource pop
end
end`;

/**
 * Writes a map from two-byte codes to their texts (ISO 32000-1, 9.10.3).
 *
 * Input: 5, which says `ក`
 * Output: `1 beginbfchar`, `<0005> <1780>`, `endbfchar`
 */
export function writeToUnicode(texts: ReadonlyMap<number, string>): string {
  const rows = [...texts].sort(([a], [b]) => a - b).map(([code, text]) => `<${hexOf(code)}> <${hexOf(text)}>\n`);
  const blocks: string[] = [];
  for (let start = 0; start < rows.length; start += ROWS_OF_BLOCK) {
    const block = rows.slice(start, start + ROWS_OF_BLOCK);
    blocks.push(`${block.length} beginbfchar\n${block.join('')}endbfchar\n`);
  }
  return START + blocks.join('') + END;
}

function hexOf(value: number | string): string {
  if (typeof value === 'number') return value.toString(16).padStart(4, '0');
  return Buffer.from(value, 'utf16le').swap16().toString('hex');
}
