import type { NewestEditions } from '../html/newest-editions.ts';

/** What the page knows of codes. Nothing known is nothing found: the page then says so. */
export function knownCodes(): NewestEditions {
  const data = document.getElementById('known-codes');
  return data ? (JSON.parse(data.textContent ?? '{}') as NewestEditions) : {};
}
