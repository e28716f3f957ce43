/**
 * Changes a page while it is printed, from whatever menu or key.
 * @param change runs before the browser lays the page out for paper; what it returns runs after printing
 */
export function watchPrinting(change: () => () => void): void {
  let undo: (() => void) | undefined;
  const before = (): void => {
    undo ??= change();
  };
  const after = (): void => {
    undo?.();
    undo = undefined;
  };
  if ('onbeforeprint' in window) {
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return;
  }
  // Safari before 13 has no such events, but tells when it starts and stops to draw for print.
  (window as Window).matchMedia('print').addListener(({ matches }) => (matches ? before() : after()));
}
