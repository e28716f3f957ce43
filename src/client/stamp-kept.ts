/**
 * Makes a kept page say that it is one, and of which day. That is done before the page leaves the worker, in its text,
 * so that it is never seen without; no script is needed, nor a style sheet.
 *
 * Input: `<html lang="es">…<p class="page-notice--kept" hidden><time datetime="0000-00-00">0000-00-00</time>`
 * Output: `<html data-kept="2026-11-26" lang="es">…<p class="page-notice--kept"><time datetime="2026-11-26">2026-11-26</time>`
 * @param date such as `2026-11-26`
 */
export function stampKept(html: string, date: string): string {
  return html
    .replace('<html ', `<html data-kept="${date}" `)
    .replace(/(page-notice--kept") hidden/, '$1')
    .replace(/<time datetime="0000-00-00">0000-00-00</g, `<time datetime="${date}">${date}<`);
}
