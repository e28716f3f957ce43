/** A number and what it counts: `1 PDF`, `2 PDFs`. */
export function counted(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
