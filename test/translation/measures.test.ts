import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../src/problem.ts';
import { compareFigures } from '../../src/translation/compare-figures.ts';
import { measuresIn } from '../../src/translation/measures.ts';
import { samplePair } from './sample-pair.ts';

const compare = (locale: string, source: string, translated: string): string =>
  compareFigures(samplePair(locale, source, translated), 'en')
    .map(formatProblem)
    .join('\n');

/** Units that stand for different amounts. */
const UNITS = ['mg', 'mcg', 'IU', 'g', 'kg', 'ml', 'L', 'mm', 'cm', '%', '°C', '°F'];

describe('the measures of a text', () => {
  it('are numbers with a unit, as labels and syringes print them', () => {
    expect(measuresIn('Take 500 mg (2.5ml, 1,200\u00A0IU) at 98.6 °F; lose 5% of 80 kg.')).toEqual([
      { number: '500', unit: 'mg' },
      { number: '2.5', unit: 'ml' },
      { number: '1,200', unit: 'IU' },
      { number: '98.6', unit: '°F' },
      { number: '5', unit: '%' },
      { number: '80', unit: 'kg' },
    ]);
  });

  it('are not numbers before words that start like a unit', () => {
    expect(measuresIn('2 Large cups, 5 grapes, 3 mgs, 10 mlx, 4 Lumps')).toEqual([]);
  });

  it('may have a hyphen', () => expect(measuresIn('one 500-mg tablet')).toHaveLength(1));
});

describe('the measures of a translation', () => {
  it.each(UNITS.flatMap((unit) => UNITS.filter((other) => other !== unit).map((other) => [unit, other])))(
    'may not have another unit: %s, not %s',
    (unit, other) => {
      expect(compare('es', `Take 5 ${unit} now.`, `Tome 5 ${other} ahora.`)).toContain(`lacks the measure 5 ${unit} `);
    },
  );

  it('are named with the place of the source when a unit is wrong', () => {
    expect(compare('es', 'Take 5 mg, then 500 ml.', 'Tome 5 g, luego 500 l.')).toMatchInlineSnapshot(`
      "error es.md:5
        The section {#tests} lacks the measure 5 mg, 500 ml (en.md:3).
        To mend it: write the unit as the label prints it, such as 500 mg."
    `);
  });

  it('may not lose their unit, nor the word for it', () => {
    expect(compare('es', 'Take 20 mg.', 'Tome 20.')).toContain('lacks the measure 20 mg');
    expect(compare('ar', 'Take 20 ml.', 'خذوا 20 نقطة.')).toContain('lacks the measure 20 ml');
  });

  it('may not be part of a larger number', () => {
    expect(compare('es', 'From 5 to 0.5 mg. Take 5 mg.', 'De 5 a 5. Tome 0.5 mg.')).toContain('lacks the measure 5 mg');
  });

  it('are one problem, and not two, when their number is wrong', () => {
    expect(compare('es', 'Take 50 mg.', 'Tome 500 mg.').match(/^error/gm)).toHaveLength(1);
  });

  it.each([
    ['es', 'Take 500 mg.', 'Tome 500mg.'],
    ['es', 'Drink 250 ml.', 'Beba 250 mL.'],
    ['ar', 'Take 500 mg.', 'خذوا ٥٠٠ mg.'],
    ['km', 'Drink 250 ml.', 'ផឹក ២៥០ ml។'],
    ['zh-Hant', 'At 38 °C.', '38 ℃。'],
  ])('may stand as the label prints them, in any digits: %s, %s', (locale, source, translated) => {
    expect(compare(locale, source, translated)).toBe('');
  });

  it.each([
    ['ar', 'Drink 250 ml.', 'اشربوا 250 ملتر.'],
    ['fa', 'Lose 5%.', '۵٪ کم کنید.'],
    ['ko', 'Drink 2 L.', '2리터를 마십니다.'],
    ['ru', 'Lift 5 kg.', 'Поднимайте 5 кг.'],
    ['ru', 'Eat 21 g.', 'Ешьте 21 грамм.'],
    ['zh-Hans', 'Drink 250 ml.', '喝 250 毫升。'],
    ['es', 'Eat 50 g.', 'Coma 50 gramos.'],
    ['es', 'Lift 1 kg.', 'Levante 1 kilogramo.'],
  ])('may have the unit of their language: %s, %s', (locale, source, translated) => {
    expect(compare(locale, source, translated)).toBe('');
  });

  it.each([
    ['es', 'Take 50 µg.', 'Tome 50 mcg.'],
    ['es', 'Take 50 µg.', 'Tome 50 μg.'],
    ['zh-Hant', 'Take 50 µg.', '50 µg。'],
  ])('may have any sign for micrograms: %s, %s', (locale, source, translated) => {
    expect(compare(locale, source, translated)).toBe('');
  });

  // The number of the measure is looked for as the source writes it; fix: compare canonical figures here too.
  it.each([
    ['ru', 'Take 2.5 mg.', 'Примите 2,5 mg.'],
    ['fa', 'Take 2.5 mg.', '۲٫۵ mg.'],
    ['es', 'Eat 1,200 g.', 'Coma 1.200 g.'],
  ])('may have the decimal and grouping signs of their language: %s, %s', (locale, source, translated) => {
    expect(compare(locale, source, translated)).toBe('');
  });

  // ICU has only "ملتر".
  it('may have the short Arabic sign of millilitres', () => {
    expect(compare('ar', 'Drink 250 ml.', 'اشربوا 250 مل.')).toBe('');
  });

  // NFKC turns the micro sign (U+00B5) into a Greek mu (U+03BC).
  it.each(['µg', 'μg'])('may not lose the micro of %s', (unit) => {
    expect(compare('es', `Take 50 ${unit}.`, 'Tome 50 ml.')).not.toBe('');
  });

  it.each([
    ['vi', 'Drink 2 L.', 'Uống 2 lần.'],
    ['vi', 'Take 5 g.', 'Uống 5 gói.'],
    ['es', 'Take 5 g.', 'Tome 5 gotas.'],
    ['ru', 'Take 5 g.', 'Пейте 5 год.'],
  ])('may not have a word that starts like the unit: %s, %s', (locale, source, translated) => {
    expect(compare(locale, source, translated)).not.toBe('');
  });

  it('may not have another unit in one of two places', () => {
    expect(compare('es', 'First 500 mg, then 500 mg.', 'Primero 500 mg, luego 500 g.')).not.toBe('');
  });

  // NFKC makes a comma of "，", which would be a part of the number.
  it('may follow a Chinese comma', () => {
    expect(compare('zh-Hant', 'Each day, 500 mg.', '每天，500 mg。')).toBe('');
  });
});
