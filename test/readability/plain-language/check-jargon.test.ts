import { describe, expect, it } from 'vitest';
import { checkJargon } from '../../../src/readability/plain-language/check-jargon.ts';
import { heading, warningsOf } from './warnings-of.ts';

const check = (body: string, change = {}) => warningsOf(checkJargon, body, change);

describe('a word that the glossary wants explained', () => {
  it('is named where it first stands, with its line', () => {
    expect(check('Tests help.\n\nA biopsy is not always needed.\n\nBiopsies hurt.')).toMatchInlineSnapshot(`
      "warning en.md:5
        "biopsy" is not explained where it first stands.
        To mend it: say there what it means, such as "a biopsy (a small skin sample)" or "Sepsis is when …"."
    `);
  });

  it.each([
    'A biopsy (a small skin sample) may help.',
    'Biopsies of the skin (small samples) may help.',
    'Your doctor may take a small skin sample (biopsy).',
    'You may have tests (such as a biopsy).',
    'A test called a biopsy may help.',
    'You may have tests such as a biopsy.',
    'A biopsy is a small skin sample.',
    '“Biopsy” means a small sample.',
    'A biopsy, a small skin sample, may help.',
    'Ask about sepsis. Sepsis is when the body reacts.',
    'Ask about sepsis.\n\nSepsis is when the body reacts.',
    '- Sepsis\n- Fever\n\nSepsis means that the body reacts.',
    '**Biopsy:** A small piece of skin.',
    'Biopsy – a small piece of skin.',
    'Calciphylaxis (say KAL-sih) is a rare illness.',
    'It is calciphylaxis (say KAL-sih), a rare illness.',
  ])('is explained in: %s', (body) => expect(check(body)).toBe(''));

  it.each([
    'A biopsy may help.',
    'A biopsy is not always needed.',
    'Ask about a biopsy, because it can help.',
    'A biopsy may help, and so may a scan (a picture).',
    'It is calciphylaxis (say KAL-sih).',
    'Ask about a biopsy: call now.',
    'Calciphylaxis: when to get help',
    'A skin sample (taken for a biopsy in the clinic) may help.',
  ])('is not explained in: %s', (body) => expect(check(body)).toContain('is not explained where it first stands.'));

  it('may stand in title, summary and headings before it is explained', () => {
    const named = { title: heading('Calciphylaxis: when to call'), summary: heading('It is about calciphylaxis.') };
    const body = '## What is calciphylaxis? {#what}\n\nCalciphylaxis is a rare illness.';
    expect(check(body, named)).toBe('');
    expect(check('Call us.', named)).toContain('warning en.md:2\n  "Calciphylaxis" is not explained');
  });

  it('is explained for the whole handout by its summary', () => {
    expect(check('Ask about sepsis.', { summary: heading('Sepsis is when the body reacts.') })).toBe('');
  });

  it('is not explained by a later section', () => {
    const body = '## A {#a}\n\nAsk about sepsis.\n\n## B {#b}\n\nSepsis is when the body reacts.';
    expect(check(body)).toContain('warning en.md:3');
  });

  it('is not a part of another word, nor a word that needs no explanation', () => {
    expect(check('Antisepsis and dialysis help.')).toBe('');
  });
});
