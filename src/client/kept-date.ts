/**
 * Writes the day of a kept copy as its language writes dates; the worker has put it there in figures. They stay where
 * the browser does not know the language.
 */
export function writeKeptDate(): void {
  const { lang, dataset } = document.documentElement;
  const place = document.querySelector<HTMLElement>('.page-notice--kept time');
  const { kept } = dataset;
  if (!place || kept === undefined) return;
  const digits = place.closest<HTMLElement>('.page-notice--kept')?.dataset.digits;
  const tag = digits === undefined ? lang : `${lang}-u-ca-gregory-nu-${digits}`;
  if (Intl.DateTimeFormat.supportedLocalesOf(lang).length === 0) return;
  // As formats.ts writes it when the site is built.
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' };
  place.textContent = new Intl.DateTimeFormat(tag, options).format(new Date(`${kept}T00:00:00Z`));
}
