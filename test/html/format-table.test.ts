import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatsOf, tabulateFormats } from '../../src/html/format-table.ts';
import { createFormats } from '../../src/i18n/formats.ts';
import { parseLanguages } from '../../src/i18n/languages.ts';
import { PROJECT } from '../fixture-site.ts';

const { value: languages = [] } = parseLanguages(readFileSync(join(PROJECT, 'locales/languages.yaml'), 'utf8'));
const tags = languages.map(({ tag }) => tag);
const time = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));

describe('formats from a table', () => {
  it.each(languages.map((language) => [language.tag, language] as const))(
    'write what those of %s write',
    (_, language) => {
      const formats = createFormats(language);
      const table = formatsOf(tabulateFormats(formats, tags));
      fc.assert(
        fc.property(time, time, (one, other) => {
          const [from = '', to = ''] = [one, other].sort();
          fc.pre(from < to);
          expect(table.timeRange(from, to)).toBe(formats.timeRange(from, to));
        }),
      );
      fc.assert(
        fc.property(fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }), (days) => {
          expect(table.weekdays(days)).toBe(formats.weekdays(days));
        }),
      );
      fc.assert(
        fc.property(fc.shuffledSubarray(tags, { minLength: 1 }), (named) => {
          const [ours, theirs] = [table, formats].map(({ list, languageName }) => list(named.map(languageName)));
          expect(ours).toBe(theirs);
        }),
      );
    },
  );
});
