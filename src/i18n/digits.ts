/**
 * Writes the digits of any script as Latin ones: `٩١١` becomes `911`. Every decimal digit of Unicode stands in a run
 * of ten, so its value is its distance from the first of its run.
 */
export function toLatinDigits(text: string): string {
  return text.normalize('NFKC').replaceAll(/\p{Nd}/gu, (digit) => {
    const codePoint = digit.codePointAt(0) ?? 0;
    let value = 0;
    while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(codePoint - value - 1)) && !isZero(codePoint - value))
      value++;
    return String(value);
  });
}

/** The zeros of the runs that follow directly on another run: mathematical digits come in five runs in a row. */
function isZero(codePoint: number): boolean {
  return codePoint >= 0x1d7ce && codePoint <= 0x1d7ff && (codePoint - 0x1d7ce) % 10 === 0;
}
