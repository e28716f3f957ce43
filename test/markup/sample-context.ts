import type { Reference } from '../../src/markup/inline-text.ts';
import { createContext, type MarkupContext } from '../../src/markup/markup-context.ts';
import type { Picture } from '../../src/markup/picture.ts';
import { languageNamed } from '../language-named.ts';

const FACTS: [string, Reference][] = [
  ['emergency', { kind: 'phone', display: '911', href: 'tel:911' }],
  ['checkup.phone', { kind: 'phone', display: '1-800-555-0199', href: 'tel:+18005550199' }],
  ['checkup.age', { kind: 'number', display: '40' }],
  ['checkup.name', { kind: 'name', display: 'Open Door', locale: 'en' }],
];

const PICTURES: Picture[] = [
  { name: 'fever.svg', viewBox: '0 0 9 9', drawing: '<path d="M1 2"/>' },
  { name: 'artery.svg', viewBox: '0 0 20 9', drawing: '<path d="M3 4"/>' },
];

/**
 * A context with four facts and two pictures, in which links lead to `#tests`, to `../other/…` and to https addresses
 * only.
 */
export function sampleContext(locale = 'en'): MarkupContext {
  return createContext({
    language: languageNamed(locale),
    latinLocale: 'en',
    references: new Map(FACTS),
    pictures: new Map(PICTURES.map((picture) => [picture.name, picture])),
    idPrefix: 'text',
    resolveLink: (href) => {
      if (href.startsWith('../other/')) return { href: '../other/' };
      if (href === '#tests' || href.startsWith('https://')) return { href };
      return { fault: { line: 1, what: `The link to "${href}" leads nowhere.`, fix: 'correct it.' } };
    },
  });
}
