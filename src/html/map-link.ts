import type { ClinicRecord } from '../clinic/record-schemas.ts';

/**
 * A link to a clinic's address on a map, in the form that opens the map app of a phone and else the website
 * (https://developers.google.com/maps/documentation/urls/get-started#search-action).
 * @returns nothing for a clinic without an address
 */
export function mapLink({ address }: Pick<ClinicRecord, 'address'>): string | undefined {
  if (!address) return undefined;
  const { street, city, state, postalCode } = address;
  const query = `${street}, ${city}, ${state} ${postalCode}`;
  return `https://www.google.com/maps/search/?api=1&query=${encodeURIComponent(query)}`;
}
