/**
 * Address of the site's root, with a slash at its end: the folder above `assets/`, from which the page's script came.
 * To be asked while that script runs for the first time; later no browser knows which script is running.
 */
export function siteRoot(): string | undefined {
  const script = document.currentScript;
  if (!(script instanceof HTMLScriptElement) || !/\/assets\/[^/]+$/.test(script.src)) return undefined;
  return new URL('../', script.src).href;
}
