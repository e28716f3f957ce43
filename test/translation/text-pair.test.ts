import { describe, expect, it } from 'vitest';
import { pairTexts, type PlacedText, type TextPair } from '../../src/translation/text-pair.ts';
import { sampleHandout, sampleText } from './sample-handout.ts';

const line = (text: string, own: string, at: number) => ({ html: text, text, own, line: at });
const source = sampleText(
  'en',
  `## First {#first}

Call {{emergency}}. Text.

### Part {#part}

Text.

## Second {#second}

![Open](../../pictures/artery.svg "Healthy")
`,
  { title: line('Title', 'Title', 2), summary: line('Ask Open Door.', 'Ask .', 3) },
);
const translation = sampleText(
  'es',
  `## Segunda {#second}

![Abierta](../../pictures/artery.svg "Sana")

## Primera {#first}

Llame al {{emergency}}. Diga [I am ill](lang:en).

### Parte {#part}

Texto.
`,
  { title: line('Título', 'Título', 4), summary: line('Pregunte.', 'Pregunte.', 5) },
);
const pairsOf = (to = translation): TextPair[] => pairTexts(sampleHandout(source, to), to);
const places = ({ source, translated }: TextPair) =>
  [source, translated].map(({ where }: PlacedText) => `${where.file}:${where.line}`);

describe('a handout beside its translation', () => {
  it('is compared by title, summary, sections and parts, each with both its places', () => {
    expect(pairsOf().map((pair) => [pair.name, ...places(pair)])).toEqual([
      ['The title', 'en.md:2', 'es.md:4'],
      ['The summary', 'en.md:3', 'es.md:5'],
      ['The section {#first}', 'en.md:1', 'es.md:5'],
      ['The section {#part}', 'en.md:5', 'es.md:9'],
      ['The section {#second}', 'en.md:9', 'es.md:1'],
    ]);
    expect(pairsOf().every(({ locale }) => locale === 'es')).toBe(true);
  });

  it('has the heading and the words of a section, as its readers find them', () => {
    expect(pairsOf()[2]?.translated.text).toBe('Primera\nLlame al 911. Diga I am ill.');
  });

  it('has its own words apart: without facts and words of another language', () => {
    expect(pairsOf()[2]?.translated.own).toBe('Primera\nLlame al . Diga .');
    expect(pairsOf()[1]?.source.own).toBe('Ask .');
  });

  it('has the words of its pictures too: the label and what is said of them', () => {
    expect(pairsOf()[4]?.source).toMatchObject({ text: 'Second\nHealthy\nOpen', own: 'Second\nHealthy\nOpen' });
    expect(pairsOf()[4]?.translated.text).toBe('Segunda\nSana\nAbierta');
  });

  it('leaves out sections that it has not: another check reports them', () => {
    const other = sampleText('es', '## Otra {#other}\n\n### Parte {#part}\n\nTexto.');
    const names = pairsOf(other).map(({ name }) => name);
    expect(names).toEqual(['The title', 'The summary', 'The section {#part}']);
  });
});
