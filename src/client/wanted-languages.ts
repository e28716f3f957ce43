/** The languages a reader has set in the browser, best first, as BCP 47 tags; old browsers know only one. */
export function wantedLanguages(): readonly string[] {
  return navigator.languages ?? [navigator.language];
}
