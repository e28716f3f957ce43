import { writeKeptDate } from './kept-date.ts';
import { offerListening } from './listen.ts';
import { watchEdition } from './newer-edition.ts';
import { keepForLater } from './offline.ts';
import { offerSharing } from './share.ts';
import { suggestLanguage } from './suggest-language.ts';

/** What every page may do once it can be read; each part looks for its own place and does nothing without it. */
const PARTS: readonly (() => void)[] = [
  writeKeptDate,
  watchEdition,
  suggestLanguage,
  offerSharing,
  offerListening,
  keepForLater,
];

// Each by itself: what fails in one, on a browser nobody has tried, must not cost the reader the others.
for (const part of PARTS) void Promise.resolve().then(part);
