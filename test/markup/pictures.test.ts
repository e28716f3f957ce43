import { describe, expect, it } from 'vitest';
import { createMarkdown } from '../../src/markup/create-markdown.ts';
import { environment } from '../../src/markup/markup-context.ts';
import { sampleContext } from './sample-context.ts';

const md = createMarkdown();

function read(text: string, locale = 'en') {
  const context = sampleContext(locale);
  const html = md.render(text, environment(context));
  return { html, faults: context.faults.map(({ line, what }) => `line ${line}: ${what}`) };
}

// What the pair fixtures cannot say: these texts are refused, or drawn, in another way than they should be.
describe('one mistake with a picture', () => {
  // A refused image keeps its type, which refuse-other-markup then refuses again as "image".
  it.each([
    ['a file that is not there', '![A heart](heart.png "Heart")', 'There is no picture "heart.png".'],
    ['an icon that is not there', '- ![](gone.svg) Fever', 'There is no picture "gone.svg".'],
    [
      'a label that is not there',
      '![Open](../../pictures/artery.svg)',
      'The picture ../../pictures/artery.svg has no label.',
    ],
    ['an icon in the middle', 'Text ![](../../pictures/fever.svg)', 'A picture stands in the middle of text.'],
    [
      'a path of codes that are none',
      '![Fever](../../pictures/%E0%A4.svg "Fever")',
      'There is no picture "../../pictures/%E0%A4.svg".',
    ],
    ['an icon in a heading', '## A ![](../../pictures/fever.svg) {#a}', 'A picture stands in the middle of text.'],
  ])('is one problem: %s', (_case, text, what) => {
    expect(read(text).faults).toEqual([`line 1: ${what}`]);
  });
});

describe('the words of a picture', () => {
  // Labels are parsed on their own, so their faults say line 1 of the text.
  it('are refused on the line of the picture', () => {
    expect(read('Text.\n\n![Open](../../pictures/artery.svg "Age {{nothing}}")').faults).toEqual([
      'line 3: There is no fact named {{nothing}}.',
    ]);
  });

  // The rules look at the children of a block, not at those of an image: the fact vanishes without a word.
  it('are refused for a fact nobody recorded, where a screen reader says them too', () => {
    expect(read('![Age {{nothing}}](../../pictures/artery.svg "Healthy")').faults).toEqual([
      'line 1: There is no fact named {{nothing}}.',
    ]);
  });

  // Each label counts its ids from where the text stands, and the prefix is the name of the picture.
  it('have ids of their own when a picture is shown twice', () => {
    const picture = '![شريان](../../pictures/artery.svg "شريان (artery)")';
    const ids = read(`${picture}\n\n${picture}`, 'ar').html.match(/id="[^"]+"/g) ?? [];
    expect(new Set(ids).size).toBe(2);
  });
});

describe('an icon', () => {
  // Nothing else notices: the list item is there, and so is its picture, in every language.
  it('is refused when it has no words after it', () => {
    expect(read('- ![](../../pictures/fever.svg)').faults).toHaveLength(1);
  });

  it.each(['Fever', ' Fever', '  Fever'])('stands before its words without a space of the text: "%s"', (words) => {
    expect(read(`- ![](../../pictures/fever.svg)${words}`).html).toContain('</svg>Fever</li>');
  });
});
