import { describe, expect, it } from 'vitest';
import { chooseLanguage } from '../../src/client/choose-language.ts';

const OFFERED = ['en', 'es', 'tl', 'zh-Hant', 'zh-Hans', 'pa'];

describe('the language of a reader', () => {
  it.each([
    [['es-MX', 'en'], 'es'],
    [['xx', 'en-US'], 'en'],
    [['zh-TW'], 'zh-Hant'],
    [['zh-Hant-HK'], 'zh-Hant'],
    [['zh-CN'], 'zh-Hans'],
    [['zh'], 'zh-Hans'],
    [['fil-PH'], 'tl'],
    [['pa-Guru-IN'], 'pa'],
    [['de'], undefined],
    [[], undefined],
  ])('%j is %s', (wanted, found) => {
    expect(chooseLanguage(wanted, OFFERED)).toBe(found);
  });
});
