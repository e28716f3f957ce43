/** What stands in a new file for words that only its author knows: `[[Say in one sentence what it is.]]` */
const PLACEHOLDER = /\[\[.*?\]\]/s;

/** Writes a placeholder. @param task what the author is to write in its place */
export function placeholder(task: string): string {
  return `[[${task}]]`;
}

/** The first placeholder that is left in a text; nothing in a finished one. */
export function findPlaceholder(text: string): string | undefined {
  return PLACEHOLDER.exec(text)?.[0];
}
