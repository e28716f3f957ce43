/**
 * Stands in a page for the size of a PDF that is yet to be printed from that very page.
 *
 * Input: `print/ccchc/es/calciphylaxis-spanish-es.pdf`
 * Output: `<bdi data-size-of="print/ccchc/es/calciphylaxis-spanish-es.pdf"></bdi>`
 */
export function fileSizePlaceholder(path: string): string {
  return `<bdi data-size-of="${path}"></bdi>`;
}

/** Fills every placeholder of a page. @throws {Error} if a page speaks of a file that was not made */
export function fillFileSizes(html: string, sizeOf: (path: string) => string | undefined): string {
  return html.replaceAll(/<bdi data-size-of="([^"]+)"><\/bdi>/g, (_, path: string) => {
    const size = sizeOf(path);
    if (size === undefined) throw new Error(`A page links to ${path}, which was not printed.`);
    return `<bdi>${size}</bdi>`;
  });
}

/**
 * Fills every `data-bytes-of` of a page, for scripts that add sizes up.
 *
 * Input: `<a data-bytes-of="print/a.pdf">`
 * Output: `<a data-bytes="81234">`
 * @throws {Error} if a page speaks of a file that was not made
 */
export function fillFileBytes(html: string, bytesOf: (path: string) => number | undefined): string {
  return html.replaceAll(/ data-bytes-of="([^"]+)"/g, (_, path: string) => {
    const bytes = bytesOf(path);
    if (bytes === undefined) throw new Error(`A page links to ${path}, which was not printed.`);
    return ` data-bytes="${bytes}"`;
  });
}
