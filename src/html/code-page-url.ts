/**
 * Path within the site of the page that a sheet's printed code leads to. It stays the same for ever, since it is on paper.
 *
 * Input: `ccchc` and `CAL-1-es`
 * Output: `/c/CAL-1-es/` for the main clinic, `/clinics/ccchc/c/CAL-1-es/` for another
 */
export function codePageUrl(clinic: string, code: string, { mainClinic }: { mainClinic: string }): string {
  return clinic === mainClinic ? `/c/${code}/` : `/clinics/${clinic}/c/${code}/`;
}
