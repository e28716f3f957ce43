import type { Reference } from '../../src/markup/inline-text.ts';
import { createContext, type MarkupContext } from '../../src/markup/markup-context.ts';
import { languageNamed } from '../language-named.ts';

const FACTS: [string, Reference][] = [
  ['emergency', { kind: 'phone', display: '911', href: 'tel:911' }],
  ['checkup.phone', { kind: 'phone', display: '1-800-555-0199', href: 'tel:+18005550199' }],
  ['checkup.age', { kind: 'number', display: '40' }],
  ['checkup.name', { kind: 'name', display: 'Open Door', locale: 'en' }],
];

/** A context with four facts, in which links lead to `#tests`, to `../other/…` and to https addresses only. */
export function sampleContext(locale = 'en'): MarkupContext {
  return createContext({
    language: languageNamed(locale),
    latinLocale: 'en',
    references: new Map(FACTS),
    idPrefix: 'text',
    resolveLink: (href) => {
      if (href.startsWith('../other/')) return { href: '../other/' };
      if (href === '#tests' || href.startsWith('https://')) return { href };
      return { fault: { line: 1, what: `The link to "${href}" leads nowhere.`, fix: 'correct it.' } };
    },
  });
}
