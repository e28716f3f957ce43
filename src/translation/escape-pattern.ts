/** Takes the special meaning from the signs of a text, so that a regular expression looks for just that text. */
export function escapePattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
