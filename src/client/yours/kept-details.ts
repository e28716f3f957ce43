import { type Details, parseDetails } from './details.ts';

const KEY = 'yours';

/** What this browser has kept; nothing where it keeps nothing, as in some private windows. */
export function readKept(): Details | undefined {
  try {
    return parseDetails(JSON.parse(localStorage.getItem(KEY) ?? 'null'));
  } catch {
    return undefined;
  }
}

/** Keeps details in this browser. */
export function keep(details: Details): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(details));
  } catch {
    // It is a help for the next time and no more.
  }
}

/** Forgets what was kept. */
export function forget(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Where nothing can be removed, nothing was kept.
  }
}
