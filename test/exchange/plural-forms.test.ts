import { describe, expect, it } from 'vitest';
import { pluralForms } from '../../src/exchange/plural-forms.ts';

const TAGS = ['ar', 'en', 'fa', 'hi', 'hy', 'ja', 'km', 'ko', 'lo', 'pa', 'ru', 'th', 'uk', 'vi', 'zh-Hans', 'zh-Hant'];

/** Form of a number by the expression of a PO header, which is also one of JavaScript. */
function formOf(header: string, number: number): number {
  const expression = /plural=(.*);$/.exec(header)?.[1] ?? '';
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the expressions are this project's own
  return Number((new Function('n', `return ${expression};`) as (n: number) => unknown)(number));
}

describe('the plural forms of a PO header', () => {
  it.each(TAGS)('part whole numbers as Unicode does: %s', (tag) => {
    const header = pluralForms(tag) ?? '';
    const rules = new Intl.PluralRules(tag);
    const forms = new Map<string, number>();
    for (let number = 0; number <= 300; number++) {
      const [form, category] = [formOf(header, number), rules.select(number)];
      expect({ number, form: forms.get(category) ?? form }).toEqual({ number, form });
      forms.set(category, form);
    }
    expect(new Set(forms.values()).size).toBe(forms.size);
    expect(header).toContain(`nplurals=${forms.size};`);
  });

  it('are left out for a language of which they are not known', () => {
    expect(pluralForms('tlh')).toBeUndefined();
  });
});
