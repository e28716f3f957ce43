/** The fields of a clinic that hold a text, as the form and its links name them. */
export const TEXT_FIELDS = [
  ...(['name', 'shortName', 'appointments', 'main', 'afterHours', 'text', 'fax', 'interpreterLine'] as const),
  ...(['website', 'street', 'city', 'state', 'postalCode'] as const),
  ...(['opens1', 'closes1', 'opens2', 'closes2', 'opens3', 'closes3'] as const),
] as const;
/** Those of which several may be ticked. */
export const LIST_FIELDS = ['days1', 'days2', 'days3', 'languages', 'programs'] as const;

/** One of {@link TEXT_FIELDS}. */
export type TextField = (typeof TEXT_FIELDS)[number];
/** One of {@link LIST_FIELDS}. */
export type ListField = (typeof LIST_FIELDS)[number];
/** A field of the form. */
export type Field = TextField | ListField;

/** A clinic’s details as somebody typed them: nothing is checked yet, and what is empty is missing. */
export type Details = Partial<Record<TextField, string>> & Partial<Record<ListField, string[]>>;

/** No field of a clinic is longer; a link that has more was not made here. */
const MOST_LETTERS = 300;
const MOST_ITEMS = 60;

/** Takes details from a link or from what the browser kept. @returns nothing if that is something else */
export function parseDetails(value: unknown): Details | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const details: Details = {};
  for (const [key, content] of Object.entries(value)) {
    const text = TEXT_FIELDS.find((field) => field === key);
    const list = LIST_FIELDS.find((field) => field === key);
    if (text && isText(content)) details[text] = content;
    else if (list && Array.isArray(content) && content.length <= MOST_ITEMS && content.every(isText)) {
      details[list] = content;
    } else return undefined;
  }
  return details;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MOST_LETTERS;
}
