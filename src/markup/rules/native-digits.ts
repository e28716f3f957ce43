import { contextOf, type MarkupRule } from '../markup-context.ts';

/** Digits that stand for themselves: not those of `B12` or of a run such as `500 mg`, which stays Latin as a whole. */
const NUMBER = /(?<![\p{Script=Latin}\d.,-])\d+(?:[.,]\d+)*(?!(?:[ \u00A0]?\p{Script=Latin})|[\d-])/gu;

/**
 * Writes the numbers of a text in the digits its language prints (`digits` in the language list). Translators type
 * Latin ones, which their tools can compare with the source.
 *
 * Input (Farsi): `از 0 تا 10`
 * Output: `از ۰ تا ۱۰`
 */
export const nativeDigits: MarkupRule = (md) => {
  md.core.ruler.before('isolate_foreign_runs', 'native_digits', (state) => {
    const { language } = contextOf(state.env);
    if (language.digits === 'latn') return;
    const format = new Intl.NumberFormat(new Intl.Locale('en', { numberingSystem: language.digits }));
    const digits = Array.from({ length: 10 }, (_, digit) => format.format(digit));
    for (const token of state.tokens.flatMap(({ children }) => children ?? [])) {
      if (token.type !== 'text') continue;
      token.content = token.content.replaceAll(NUMBER, (number) =>
        number.replaceAll(/\d/g, (digit) => digits[Number(digit)] ?? digit),
      );
    }
  });
};
