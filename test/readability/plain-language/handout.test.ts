import { describe, expect, it } from 'vitest';
import { checkActions } from '../../../src/readability/plain-language/check-actions.ts';
import { checkChunks } from '../../../src/readability/plain-language/check-chunks.ts';
import { checkOrder } from '../../../src/readability/plain-language/check-order.ts';
import { checkPurpose } from '../../../src/readability/plain-language/check-purpose.ts';
import { checkSummary } from '../../../src/readability/plain-language/check-summary.ts';
import { checkVisualAid } from '../../../src/readability/plain-language/check-visual-aid.ts';
import { heading, warningsOf } from './warnings-of.ts';

describe('the title', () => {
  it('that only names an illness does not say what the sheet is for', () => {
    expect(warningsOf(checkPurpose, 'Text.', { title: heading('Calciphylaxis') })).toMatchInlineSnapshot(`
      "warning en.md:2
        The title "Calciphylaxis" does not say what the handout is for.
        To mend it: add it, such as "Calciphylaxis: what it is and when to get help"."
    `);
  });

  it.each(['Calciphylaxis and dialysis: when to call', 'Getting ready for your visit', 'Living with dialysis'])(
    'says it with other words: %s',
    (title) => expect(warningsOf(checkPurpose, 'Text.', { title: heading(title) })).toBe(''),
  );

  it('of one word says it no better', () => {
    expect(warningsOf(checkPurpose, 'Text.', { title: heading('Fever') })).toContain('The title "Fever"');
  });
});

describe('the summary', () => {
  it('that is long is named', () => {
    const summary = heading('One. Two. Three. Four.', 4);
    expect(warningsOf(checkSummary, 'Text.', { summary })).toMatchInlineSnapshot(`
      "warning en.md:4
        The summary has 4 sentences; it should have at most 3 sentences and 60 words.
        To mend it: keep what a reader must know who reads nothing else, and move the rest into a section."
    `);
  });

  it('may have three sentences, of sixty words together', () => {
    const sentence = `${'Word '.repeat(19)}word. `;
    expect(warningsOf(checkSummary, 'Text.', { summary: heading(sentence.repeat(3)) })).toBe('');
    expect(warningsOf(checkSummary, 'Text.', { summary: heading('Word '.repeat(61)) })).toContain('has 61 words;');
  });
});

describe('the order', () => {
  const DANGER = '## Danger {#danger .danger}\n\n### Call now {#now .emergency}\n\n- Fever';

  it('puts danger signs before everything', () => {
    expect(warningsOf(checkOrder, `## What it is {#what}\n\nCall us.\n\n${DANGER}`)).toMatchInlineSnapshot(`
      "warning en.md:5
        The danger signs {#danger} stand behind another section.
        To mend it: move them to the top: a reader may not get further."
    `);
    expect(warningsOf(checkOrder, `## A {#a}\n\n## B {#b}\n\n${DANGER}`)).toContain('stand behind 2 other sections');
    expect(warningsOf(checkOrder, `${DANGER}\n\n## What it is {#what}\n\nText.`)).toBe('');
  });

  it('puts an action first where there is no danger', () => {
    expect(warningsOf(checkOrder, '## What it is {#what}\n\nSores form.\n\n## Do {#do}\n\nCall us.'))
      .toMatchInlineSnapshot(`
      "warning en.md:1
        The first section {#what} tells the reader nothing to do.
        To mend it: begin with the most important thing to do, such as "Call your clinic the same day.", or with the danger signs."
    `);
    expect(warningsOf(checkOrder, '## What it is {#what}\n\nSores form. If so, call us.')).toBe('');
  });
});

describe('what to do', () => {
  it('is missing where the text only tells of something', () => {
    expect(warningsOf(checkActions, 'Patients should ask their doctor.')).toMatchInlineSnapshot(`
      "warning en.md:1
        The handout never says "you" or "your".
        To mend it: speak to the reader: "Ask your doctor", not "Patients should ask".
      warning en.md:1
        The handout tells its reader nothing to do.
        To mend it: say what to do, in a sentence that begins with it: "Call your clinic.""
    `);
  });

  it('is missing in steps where it stands in running text only', () => {
    expect(warningsOf(checkActions, 'Call your doctor.')).toMatchInlineSnapshot(`
      "warning en.md:1
        The handout has no steps and no checklist.
        To mend it: add a numbered list, a list that says what to do, or a section of the kind .checklist."
    `);
  });

  it.each([
    ['a numbered list', '1. Your pills\n2. Call us.'],
    ['a list of what to do', '- Call your doctor.\n- Ask us.'],
    ['a checklist', '## Bring {#bring .checklist}\n\n- Your pills\n\nCall us.'],
    ['a worksheet', '## Write {#write .worksheet}\n\n- Your questions: ___\n\nCall us.'],
  ])('is there with %s', (_, body) => expect(warningsOf(checkActions, body)).toBe(''));
});

describe('a paragraph', () => {
  it('of more than eight sentences is too long', () => {
    expect(warningsOf(checkChunks, 'Call us. '.repeat(9))).toMatchInlineSnapshot(`
      "warning en.md:3
        This paragraph has 9 sentences.
        To mend it: keep to 8 sentences and 150 words: part it, make it a list, or give its second half a heading."
    `);
    expect(warningsOf(checkChunks, 'Call us. '.repeat(8))).toBe('');
  });

  it('of more than 150 words is too long, also in an item', () => {
    expect(warningsOf(checkChunks, `- ${'word '.repeat(151)}`)).toContain('has 151 words.');
  });
});

describe('a handout without a picture', () => {
  it('is told so', () => {
    expect(warningsOf(checkVisualAid, 'Text.')).toMatchInlineSnapshot(`
      "warning en.md:1
        The handout has no picture.
        To mend it: add icons to the danger signs, or a drawing where one says it better: ![what it shows](../../pictures/….svg "label")."
    `);
  });

  it('is not one with an icon in a part of a section', () => {
    expect(warningsOf(checkVisualAid, '## A {#a}\n\n### B {#b}\n\n- ![](../../pictures/fever.svg) Fever')).toBe('');
  });
});
