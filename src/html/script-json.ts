/** Writes a value as JSON that can stand in a script element of a page: no text of it can end the element. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', String.raw`\u003c`);
}
