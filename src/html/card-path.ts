/** Path within the output of the card that says of a handout in a language where it comes from. */
export function cardPath(locale: string, handout: string): string {
  return `${locale}/${handout}/card.json`;
}
