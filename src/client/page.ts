import { offerListening } from './listen.ts';
import { offerSharing } from './share.ts';
import { suggestLanguage } from './suggest-language.ts';

/** What every page may do once it can be read; each part looks for its own place and does nothing without it. */
const PARTS: readonly (() => void)[] = [suggestLanguage, offerSharing, offerListening];

for (const part of PARTS) part();
