/**
 * Makes a kept page say that it is one, and of which day. That is done before the page leaves the worker, in its text,
 * so that it is never seen without: style sheets show the notice by the attribute, and no script is needed.
 *
 * Input: `<html lang="es">…<time datetime="0000-00-00">0000-00-00</time>`
 * Output: `<html data-kept="2026-11-26" lang="es">…<time datetime="2026-11-26">2026-11-26</time>`
 * @param date such as `2026-11-26`
 */
export function stampKept(html: string, date: string): string {
  return html
    .replace('<html ', `<html data-kept="${date}" `)
    .replace(/<time datetime="0000-00-00">0000-00-00</g, `<time datetime="${date}">${date}<`);
}
