import { describe, expect, it } from 'vitest';
import { isAction } from '../../../src/readability/plain-language/actions.ts';
import { checkArithmetic } from '../../../src/readability/plain-language/check-arithmetic.ts';
import { checkLongSentences } from '../../../src/readability/plain-language/check-long-sentences.ts';
import { checkNumbers } from '../../../src/readability/plain-language/check-numbers.ts';
import { checkPassive } from '../../../src/readability/plain-language/check-passive.ts';
import { warningsOf } from './warnings-of.ts';

const words = (count: number): string => `${Array.from({ length: count }, () => 'word').join(' ')}.`;

describe('a long sentence', () => {
  it('is named by its first words, with its line', () => {
    expect(warningsOf(checkLongSentences, `Short.\n\nLong. ${words(21)}`)).toMatchInlineSnapshot(`
      "warning en.md:5
        A sentence of 22 words: "Long. word word word word word word word …".
        To mend it: keep to 20: make two of it, or a list."
    `);
  });

  it.each([
    ['of twenty words', words(20)],
    ['whose figures and phone numbers make it look longer', `${words(20).slice(0, -1)} 911 1-800-555-0199 40.`],
    ['beside another', `${words(15)} And ${words(15)}`],
    ['that is two items', `- ${words(15).slice(0, -1)}\n- ${words(15)}`],
    [
      'that ends with a number',
      'You can get checks from age 40. You can also get a free test each year from age 21 on.',
    ],
  ])('is not one %s', (_, text) => expect(warningsOf(checkLongSentences, text)).toBe(''));
});

describe('the passive voice', () => {
  it('is named where it stands', () => {
    expect(warningsOf(checkPassive, 'Fine.\n\nA piece of skin is taken.')).toMatchInlineSnapshot(`
      "warning en.md:5
        "taken" is passive here: "A piece of skin is taken."
        To mend it: say who does it, such as "Your doctor takes a small piece of skin." Leave it if that is nobody."
    `);
  });

  it.each([
    'The skin is broken.',
    'Ask when you are done.',
    'Your legs are swollen.',
    'It is gone.',
    'I am worried about it.',
    'It is not always needed.',
    'The vessel is blocked.',
    'Your doctor took a sample.',
    'It gets red.',
  ])('is not seen in %s', (text) => expect(warningsOf(checkPassive, text)).toBe(''));
});

describe('a number', () => {
  it('without plain words is named', () => {
    expect(warningsOf(checkNumbers, 'About 20% die.\n\nThe chance is 1 in 10.')).toMatchInlineSnapshot(`
      "warning en.md:3
        "20%" stands here without plain words that say how much that is.
        To mend it: say it in people or in words too: "about 1 in 10 people", "that is rare".
      warning en.md:5
        "1 in 10" stands here without plain words that say how much that is.
        To mend it: say it in people or in words too: "about 1 in 10 people", "that is rare"."
    `);
  });

  it.each([
    'It helps 1 in 10 people.',
    'It helps one out of five older women.',
    'It helps 10%, or 1 in 10 people.',
    'Half of all (50%) get well.',
    'It is rare: 1 in 1,000.',
    'For pain, write a number from 0 (no pain) to 10 (the worst pain).',
    'Take 2 pills in 10 minutes.',
    'Call 911. You can get checks from age 40.',
    'Put your arms in one sleeve.',
  ])('is explained, or needs no explanation: %s', (text) => expect(warningsOf(checkNumbers, text)).toBe(''));
});

describe('a sum', () => {
  it('that a reader has to do is named', () => {
    expect(warningsOf(checkArithmetic, 'Write it down. Then multiply it by 2.')).toMatchInlineSnapshot(`
      "warning en.md:3
        "multiply" asks the reader to do a sum.
        To mend it: do the sum for the reader, and print the results, or ask the care team to write them in."
    `);
  });

  it.each([
    'Add up your points.',
    'Add 5 to it.',
    'Add the two numbers.',
    'You need to subtract 3.',
    'Weigh yourself, then divide it by two.',
    'Take 5 times your body weight.',
    'Take 1 mg per kg.',
    'First, calculate your dose.',
  ])('is seen in %s', (text) => expect(warningsOf(checkArithmetic, text)).toContain('asks the reader to do a sum.'));

  it.each([
    'Add salt to the water.',
    'Add it to your list.',
    'Your doctor multiplies it by your weight.',
    'Call many times.',
    'Cells divide and grow.',
    'The cells multiply.',
    'Lose five pounds.',
    'Check your weight.',
  ])('is not seen in %s', (text) => expect(warningsOf(checkArithmetic, text)).toBe(''));
});

describe('an action', () => {
  it.each([
    'Call 911.',
    'Do not skip dialysis.',
    'Please ask your nurse.',
    'If you take insulin, ask where to give your shots.',
    'Never stop it.',
    '“Say it.”',
    'Write down: pills.',
  ])('is %s', (sentence) => expect(isAction(sentence)).toBe(true));

  it.each([
    'Calling helps.',
    'Your doctor may ask.',
    'Do you have pain?',
    'Have you had it before?',
    'Calls are free.',
    'Rest is important.',
    'Test results and photos',
    'Sores form.',
    'If you ask, they tell you.',
    'Usefulness counts.',
    '',
  ])('is not %s', (sentence) => expect(isAction(sentence)).toBe(false));
});
