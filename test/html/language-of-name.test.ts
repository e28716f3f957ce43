import { describe, expect, it } from 'vitest';
import { languageOfName } from '../../src/html/language-of-name.ts';
import { languageNamed } from '../language-named.ts';

const LANGUAGES = ['en', 'es', 'ar', 'fa', 'zh-Hant', 'zh-Hans'].map(languageNamed);
const tagOf = (name: string, languages = LANGUAGES) => languageOfName(name, languages, languageNamed('en')).tag;

describe('the language of a name', () => {
  it.each([
    ['Sample Clinic', 'en'],
    ['Clínica de Muestra Ñandú', 'en'],
    ['عيادة نموذجية', 'ar'],
    ['درمانگاه نمونه', 'fa'],
    ['示例診所', 'zh-Hant'],
    ['示例诊所', 'zh-Hans'],
  ])('of %s is %s', (name, tag) => {
    expect(tagOf(name)).toBe(tag);
  });

  it('is the source’s where letters of another are mixed with its own', () => {
    expect(tagOf('Sample Clinic عيادة')).toBe('en');
    expect(tagOf('عيادة Sample')).toBe('en');
  });

  it('does not depend on digits and signs', () => {
    expect(tagOf('عيادة 24/7 (2)')).toBe('ar');
    expect(tagOf('24/7')).toBe('en');
  });

  it('is one of the same letters where the press has not its own', () => {
    expect(tagOf('درمانگاه نمونه', ['en', 'ar'].map(languageNamed))).toBe('ar');
  });

  it('is the source’s where the press has no language of its letters', () => {
    expect(tagOf('Κλινική', ['en', 'ar'].map(languageNamed))).toBe('en');
  });
});
