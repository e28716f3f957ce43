import { describe, expect, it } from 'vitest';
import { createLanguageReader } from '../../src/clinic/spoken-languages.ts';
import { languageNamed } from '../language-named.ts';

const read = createLanguageReader(['en', 'es', 'tl', 'fa', 'zh-Hant'].map(languageNamed));

describe('the languages in a cell', () => {
  it('are tags or English names, of the press or of Unicode, each once', () => {
    expect(read('en; Spanish, Farsi\nHaitian Creole; ht; traditional chinese; Chinese')).toEqual({
      value: ['en', 'es', 'fa', 'ht', 'zh-Hant', 'zh'],
    });
  });

  it('are what the press calls them before what Unicode does', () => {
    expect(read('Tagalog; tl; Filipino')).toEqual({ value: ['tl', 'fil'] });
  });

  it('may have the names that clinics use and Unicode does not', () => {
    expect(read('Mandarin; cambodian')).toEqual({ value: ['zh', 'km'] });
  });

  it('are tags in their usual letter case', () => {
    expect(read('ES-mx; ZH-hant; PT-br; TL-ph')).toEqual({ value: ['es-MX', 'zh-Hant', 'pt-BR', 'tl-PH'] });
  });

  it('are the tag in use where Unicode has old ones of the same name', () => {
    expect(read('Hebrew; Hmong; Cantonese')).toEqual({ value: ['he', 'hmn', 'yue'] });
  });

  it('are refused, each that is not known, with the one that was meant', () => {
    expect(read('Spansh; en; Klingonese')).toEqual({
      faults: [
        '"Spansh" is no language tag and no English name of a language (did you mean Spanish?)',
        '"Klingonese" is no language tag and no English name of a language',
      ],
    });
  });
});
