import { describe, expect, it } from 'vitest';
import type { Section } from '../../src/handout/handout.ts';
import { presentText } from '../../src/translation/present-text.ts';
import { sampleEditions } from './sample-editions.ts';

const FIRST = { body: '## A {#a}\n\nOne.\n\n### B {#b}\n\nTwo.\n\n## C {#c}\n\nThree.\n' };
const ES = '## Ah {#a}\n\nUno.\n\n### Be {#b}\n\nDos.\n\n## Ce {#c}\n\nTres.\n';

function shown(body: string, change: 'safety' | 'meaning' | 'wording', translation = ES): string[] {
  const { handout, text } = sampleEditions([FIRST, { body, change }], { body: translation, edition: 1 });
  const words = ({ id, heading, locale = 'es' }: Section) => `${id} ${heading.text} ${locale}`;
  return presentText(handout, text).sections.flatMap((section) => [words(section), ...section.parts.map(words)]);
}

describe('what readers get of a translation', () => {
  it('is the English where the translation is older than a change for safety, parts by themselves', () => {
    expect(shown(FIRST.body.replace('Two', 'Second'), 'safety')).toEqual(['a Ah es', 'b B en', 'c Ce es']);
    expect(shown(FIRST.body.replace('One', 'First'), 'safety')).toEqual(['a A en', 'b Be es', 'c Ce es']);
  });

  it.each(['meaning', 'wording'] as const)('is the translation where another fact or word changed (%s)', (change) => {
    expect(shown(FIRST.body.replace('Two', 'Second'), change)).toEqual(['a Ah es', 'b Be es', 'c Ce es']);
  });

  it('is the English of a section that it has not yet, in its place', () => {
    const body = FIRST.body.replace('## C', '## New {#new}\n\nNew.\n\n## C');
    expect(shown(body, 'meaning')).toEqual(['a Ah es', 'b Be es', 'new New en', 'c Ce es']);
  });

  it('has the order of the source, and no section that the source has given up', () => {
    const body = '## C {#c}\n\nThree.\n\n## A {#a}\n\nOne.\n';
    expect(shown(body, 'meaning')).toEqual(['c Ce es', 'a Ah es']);
  });

  it('is the English summary, but never another title', () => {
    const { handout, text } = sampleEditions([{ ...FIRST, change: 'safety' }], { body: ES, edition: 1 });
    const old = { ...text, madeFrom: { title: '000000000000', summary: '000000000000' } };
    expect(presentText(handout, old).summary).toEqual({ ...handout.source.summary, locale: 'en' });
    expect(presentText(handout, old).title).toBe(text.title);
  });
});
