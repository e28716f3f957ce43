/** Scripts whose Noto family is not called by the English name that Unicode gives the script. */
const FAMILIES: Record<string, string> = {
  Latn: 'Noto Sans',
  Cyrl: 'Noto Sans',
  Grek: 'Noto Sans',
  Hans: 'Noto Sans SC',
  Hant: 'Noto Sans TC',
  Jpan: 'Noto Sans JP',
  Kore: 'Noto Sans KR',
  Beng: 'Noto Sans Bengali',
  Orya: 'Noto Sans Oriya',
  Tibt: 'Noto Serif Tibetan',
};

/**
 * The family of the Noto fonts that draws a script. Whether it is installed is another question.
 *
 *     scriptFont('Ethi')  ->  Noto Sans Ethiopic
 */
export function scriptFont(script: string): string {
  const name = new Intl.DisplayNames('en', { type: 'script' }).of(script) ?? script;
  return FAMILIES[script] ?? `Noto Sans ${name}`;
}
