import { describe, expect, it } from 'vitest';
import { mediaInPrint } from '../../src/client/as-printed.ts';

describe('the media of a rule in print', () => {
  it.each([
    ['print', 'all'],
    ['screen', 'not all'],
    ['screen and (width < 30rem)', 'not all'],
    ['only screen and (min-width: 20rem)', 'not all'],
    ['print and (orientation: portrait)', '(orientation: portrait)'],
    ['not print', 'not all'],
    ['not screen', 'all'],
    ['screen, print', 'not all, all'],
    ['(prefers-color-scheme: dark)', 'not all'],
    ['screen and (prefers-color-scheme: dark)', 'not all'],
    ['(prefers-reduced-motion: reduce)', '(prefers-reduced-motion: reduce)'],
  ])('of %s are %s', (media, printed) => {
    expect(mediaInPrint(media)).toBe(printed);
  });
});
