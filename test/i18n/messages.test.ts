import { describe, expect, it } from 'vitest';
import { type Catalogue, checkCatalogue, createTranslators } from '../../src/i18n/messages.ts';

const source = { footer: { page: 'Page {{page}} of {{pages}}', draft: 'DRAFT' } };

describe('a translated catalogue', () => {
  it('may move placeholders where its grammar needs them', () => {
    expect(checkCatalogue({ footer: { page: '{{pages}} / {{page}}', draft: 'x' } }, source, 'f')).toEqual([]);
  });

  it('may not repeat a placeholder', () => {
    const catalogue = { footer: { page: '{{page}} {{page}} {{pages}}', draft: 'x' } };
    expect(checkCatalogue(catalogue, source, 'f')).toHaveLength(1);
  });

  it('gives a problem for every key it lacks or has too many', () => {
    const problems = checkCatalogue({ footer: { page: '{{page}} {{pages}}', draughts: 'x' } }, source, 'f');
    expect(problems.map(({ what }) => what)).toEqual([
      'The key "footer.draft" is missing.',
      'The key "footer.draughts" is not in the source.',
    ]);
  });
});

describe('translating', () => {
  const translators = createTranslators(
    new Map<string, Catalogue>([
      ['en', source],
      ['zh-Hant', { footer: { page: '第 {{page}} 頁', draft: '草稿' } }],
    ]),
  );
  const [en, zh] = ['en', 'zh-Hant'].map((tag) => translators.get(tag));

  it('fills in values', () => {
    expect(en?.('footer.page', { page: 1, pages: 2 })).toBe('Page 1 of 2');
  });

  it('speaks each language with its own words', () => {
    expect(zh?.('footer.draft')).toBe('草稿');
  });

  it('leaves escaping to the template', () => {
    expect(en?.('footer.page', { page: "<women's>", pages: '&' })).toBe("Page <women's> of &");
  });

  it('throws for a key that does not exist instead of printing it', () => {
    expect(() => en?.('footer.pgae')).toThrow('There is no interface string "footer.pgae".');
  });

  it('throws for a value that was not given', () => {
    expect(() => en?.('footer.page', { page: 1 })).toThrow('needs a value for {{pages}}');
  });

  it('does not fall back on another language', () => {
    const lacking = createTranslators(
      new Map<string, Catalogue>([
        ['en', source],
        ['es', { footer: { draft: 'BORRADOR' } }],
      ]),
    );
    expect(() => lacking.get('es')?.('footer.page', { page: 1, pages: 2 })).toThrow('There is no interface string');
  });

  it('prints a value as it is, even if it looks like a placeholder or like nesting', () => {
    expect(en?.('footer.page', { page: '{{pages}}', pages: '$t(footer.draft)' })).toBe(
      'Page {{pages}} of $t(footer.draft)',
    );
  });
});
