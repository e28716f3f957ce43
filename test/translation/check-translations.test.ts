import { describe, expect, it } from 'vitest';
import type { HandoutText } from '../../src/handout/handout.ts';
import { formatProblem } from '../../src/problem.ts';
import { checkTranslations } from '../../src/translation/check-translations.ts';
import { languageNamed } from '../language-named.ts';
import { sampleGlossary } from './sample-glossary.ts';
import { sampleHandout, sampleText } from './sample-handout.ts';

const glossary = await sampleGlossary(`terms:
  warfarin:
    source: [Warfarin, blood thinner]
    avoid: [rat poison]
    keepLatin: true
    translations:
      ar:
        use: وارفارين
        avoid: [سم]
  sore:
    source: [sore]
    translations: { ar: { use: قرحة } }
`);
const context = { languages: ['en', 'ar', 'es'].map(languageNamed), glossary, sourceLocale: 'en' };

const ENGLISH = `## Ask {#ask}

Ask about warfarin. Wait 12 days. Call {{emergency}}.

### A sore {#sore}

![A leg](../../pictures/lump.svg "A sore of 15 mm")
`;
const ARABIC = `## اسألوا {#ask}

اسألوا عن وارفارين (warfarin). انتظروا ١٢ يومًا. اتصلوا: {{emergency}}.

### قرحة {#sore}

![ساق](../../pictures/lump.svg "قرحة 15 mm")
`;

/** What is said of a handout after one passage of its Arabic was changed. */
function check(
  passage: string | RegExp = '',
  replacement = '',
  { source = {}, arabic = {} }: Record<'source' | 'arabic', Partial<HandoutText>> | Record<string, never> = {},
): string {
  const changed = ARABIC.replace(passage, replacement);
  if (replacement !== '' && changed === ARABIC) throw new Error(`The Arabic has no ${passage}.`);
  const handout = sampleHandout(sampleText('en', ENGLISH, source), sampleText('ar', changed, arabic));
  return checkTranslations([handout], context).map(formatProblem).join('\n');
}

describe('the facts gate', () => {
  it('lets a faithful translation through', () => expect(check()).toBe(''));

  it.each([
    ['a number', '١٢', '٢١', 'error ar.md:1\n  The section {#ask} lacks the number 12 and has the number 21 too many'],
    [
      'a number in the label of a picture',
      '15 mm',
      '50 mm',
      'error ar.md:5\n  The section {#sore} lacks the number 15',
    ],
    ['a unit', '15 mm', '15 cm', 'error ar.md:5\n  The section {#sore} lacks the measure 15 mm (en.md:5).'],
    ['a term', /قرحة/g, 'جرح', 'error ar.md:5\n  The section {#sore} lacks "قرحة", the agreed word for "sore"'],
    ['a forbidden word', '(warfarin)', '(warfarin، سم)', 'The section {#ask} says "سم", which the glossary forbids'],
    ['a heading left in English', '### قرحة', '### A sore', 'error ar.md:5\n  The section {#sore} has "A sore"'],
    ['a fact', '{{emergency}}', '{{checkup.phone}}', 'The section {#ask} uses the facts {{checkup.phone}}'],
    ['a section', /### قرحة[^]*/, '\n', 'The section {#sore} is missing'],
  ])('sees %s', (_case, passage, replacement, expected) => {
    expect(check(passage, replacement)).toContain(expected);
  });

  it('asks for a term once in a section, however often the source has it', () => {
    expect(check('قرحة 15', 'جرح 15')).toBe('');
  });

  it('sees the title and the summary', () => {
    const line = (text: string, at: number) => ({ html: text, text, own: text, line: at });
    const source = { title: line('Wait 12 days', 2), summary: line('About a sore', 3) };
    const problems = check('', '', { source, arabic: { title: line('انتظروا ٢١ يومًا', 4), summary: line('جرح', 5) } });
    expect(problems).toContain(
      'error ar.md:4\n  The title lacks the number 12 and has the number 21 too many (en.md:2).',
    );
    expect(problems).toContain('error ar.md:5\n  The summary lacks "قرحة", the agreed word for "sore" (en.md:3).');
  });

  it('waits until both texts can be read: what a text seems to lack may stand in its fault', () => {
    const wrong = ['١٢', '٢١'] as const;
    expect(check(...wrong, { source: { isSound: false }, arabic: {} })).toBe('');
    expect(check(...wrong, { source: {}, arabic: { isSound: false } })).toBe('');
  });

  it('sees words that are forbidden in the source, also without a translation', () => {
    const source = sampleText('en', '## Ask {#ask}\n\nIt is no rat poison.');
    const handout = { ...sampleHandout(source, source), texts: [source] };
    expect(checkTranslations([handout], context).map(({ what }) => what)).toEqual([
      'The section {#ask} says "rat poison", which the glossary forbids for "warfarin".',
    ]);
  });

  it('gives the problems of all handouts at once', () => {
    const handout = sampleHandout(sampleText('en', ENGLISH), sampleText('ar', ARABIC.replace('١٢', '٢١')));
    expect(checkTranslations([handout, handout], context)).toHaveLength(2);
  });
});

describe('a name that is kept in Latin letters', () => {
  it('is missed where a translation in another script never gives it', () => {
    expect(check(' (warfarin)', ' ')).toMatchInlineSnapshot(`
      "error ar.md
        This text never gives the name "Warfarin" in Latin letters (content/glossary.yaml:3; en.md has it).
        To mend it: put it in brackets after the name in Arabic, where that first stands."
    `);
  });

  it.each(['Warfarin', 'WARFARIN', '[warfarin](lang:en)'])('may be written %s', (name) => {
    expect(check('warfarin', name)).toBe('');
  });

  it('may stand in any section, part, title or summary', () => {
    const title = { html: '', text: 'Warfarin', own: '', line: 1 };
    expect(check(' (warfarin)', ' ', { source: {}, arabic: { title } })).toBe('');
    expect(check(/ \(warfarin\)([^]*)### قرحة/, ' $1### قرحة (warfarin)')).toBe('');
  });

  it('is not asked of a language in Latin letters, nor of a source that has it not', () => {
    const spanish = sampleText('es', '## Pregunte {#ask}\n\nUn anticoagulante.');
    const english = sampleText('en', '## Ask {#ask}\n\nAsk about warfarin.');
    expect(checkTranslations([sampleHandout(english, spanish)], context)).toEqual([]);
    const other = sampleText('en', '## Ask {#ask}\n\nAsk.');
    const arabic = sampleText('ar', '## اسألوا {#ask}\n\nاسألوا.');
    expect(checkTranslations([sampleHandout(other, arabic)], context)).toEqual([]);
  });
});
