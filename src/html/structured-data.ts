import type { ClinicRecord } from '../clinic/record-schemas.ts';
import { allSections, editionDate } from '../handout/handout.ts';
import { bookingPhone } from './build-panel.ts';
import { type Person, provenanceOf } from '../translation/provenance.ts';
import type { Sheet } from './build-sheets.ts';

/** A thing as schema.org describes it. */
export type Thing = { '@type': string } & Record<string, unknown>;

/** Names of the days in schema.org. */
const DAYS = {
  ...{ monday: 'Monday', tuesday: 'Tuesday', wednesday: 'Wednesday', thursday: 'Thursday' },
  ...{ friday: 'Friday', saturday: 'Saturday', sunday: 'Sunday' },
};

/** Joins things to what a page says of itself to search engines (JSON-LD 1.1). */
export function graphOf(...things: Thing[]): object {
  return { '@context': 'https://schema.org', '@graph': things };
}

/** A clinic as https://schema.org/MedicalClinic, with what its record knows and nothing else. */
export function clinicThing(clinic: ClinicRecord): Thing {
  const { name, shortName, website, address, hours } = clinic;
  const fax = clinic.phones.find(({ use }) => use === 'fax');
  return {
    '@type': 'MedicalClinic',
    name,
    telephone: bookingPhone(clinic).e164,
    ...(shortName !== undefined && { alternateName: shortName }),
    ...(fax && { faxNumber: fax.number.e164 }),
    ...(website !== undefined && { url: website }),
    ...(address && {
      address: {
        '@type': 'PostalAddress',
        streetAddress: address.street,
        addressLocality: address.city,
        addressRegion: address.state,
        postalCode: address.postalCode,
      },
    }),
    ...(hours && {
      openingHoursSpecification: hours.map(({ days, opens, closes }) => {
        return { '@type': 'OpeningHoursSpecification', dayOfWeek: days.map((day) => DAYS[day]), opens, closes };
      }),
    }),
  };
}

/**
 * The page of a sheet as https://schema.org/MedicalWebPage. It is reviewed only if its front matter names who has reviewed
 * it, and the review still holds, and of which illness it tells is left to its words: no record says so.
 * @param absolute gives the full address of a path within the site
 */
export function sheetThing(sheet: Sheet, absolute: (url: string) => string): Thing {
  const { url, text, handout, clinic, alternates } = sheet;
  const isSource = text === handout.source;
  const borrowed = [text.summary, ...allSections(text.sections)].flatMap(({ locale }) => locale ?? []);
  const languages = [...new Set([text.locale, ...borrowed])];
  const { translator, review, clinicalReview } = provenanceOf(handout, text);
  const reviews = [clinicalReview, review].flatMap((one) => (one?.isValid ? [one] : []));
  const lastReviewed = reviews
    .map(({ date }) => date)
    .sort()
    .at(-1);
  const first = handout.revisions.find(({ edition }) => edition === 1);
  const translations = alternates.map((alternate) => ({ '@id': absolute(alternate.url) }));
  return {
    '@type': 'MedicalWebPage',
    '@id': absolute(url),
    url: absolute(url),
    name: text.title.text,
    // A description has no language of its own there.
    ...(text.summary.locale === undefined && { description: text.summary.text }),
    inLanguage: languages.length > 1 ? languages : text.locale,
    version: String(text.edition),
    // When a translation was published first is in no record.
    ...(isSource && first && { datePublished: first.date }),
    dateModified: editionDate(handout, text.edition),
    ...(lastReviewed !== undefined && { lastReviewed, reviewedBy: reviews.map(personThing) }),
    ...(translator && { translator: personThing(translator) }),
    ...(isSource && translations.length > 0 && { workTranslation: translations }),
    ...(sheet.original && { translationOfWork: { '@id': absolute(sheet.original.url) } }),
    publisher: clinicThing(clinic),
  };
}

function personThing({ name, qualification }: Person): Thing {
  return { '@type': 'Person', name, jobTitle: qualification };
}
