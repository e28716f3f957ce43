/**
 * Makes the links of a page good on paper: those to other pages of the site get its published address, and are plain
 * text while there is none. Left alone, they would lead to the machine that printed the sheet. Links within the sheet
 * stay.
 *
 * Runs in the browser and so may use nothing from outside itself.
 * @param address where the site is published, or null
 */
export function pointLinksHome(address: string | null): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    const isWithinSheet = link.getAttribute('href')?.startsWith('#');
    if (isWithinSheet || link.origin !== location.origin) continue;
    if (address === null) link.removeAttribute('href');
    else link.href = new URL(link.pathname.slice(1) + link.hash, address).href;
  }
}
