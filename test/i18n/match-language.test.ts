import { describe, expect, it, vi, afterEach } from 'vitest';
import { matchLanguage } from '../../src/i18n/match-language.ts';

const OFFERED = ['en', 'es', 'zh-Hant', 'zh-Hans', 'tl', 'fa', 'pa', 'hmn'] as const;

afterEach(() => vi.unstubAllGlobals());

describe('the language for a reader', () => {
  it.each([
    ['es-MX', 'es'],
    ['zh-TW', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['zh-CN', 'zh-Hans'],
    ['zh', 'zh-Hans'],
    ['zh_TW', 'zh-Hant'],
    ['cmn-Hant-TW', 'zh-Hant'],
    ['yue-HK', 'zh-Hant'],
    ['fil-PH', 'tl'],
    ['tl', 'tl'],
    ['fa-AF', 'fa'],
    ['prs', 'fa'],
    ['mww', 'hmn'],
    ['pa-IN', 'pa'],
  ])('who asks for %s is %s', (wanted, expected) => {
    expect(matchLanguage([wanted], OFFERED)).toBe(expected);
  });

  it('is the first of those asked for that there is', () => {
    expect(matchLanguage(['mix', 'es-US', 'en'], OFFERED)).toBe('es');
  });

  it('is none where the script is another one', () => {
    expect(matchLanguage(['pa-PK', 'pa-Arab'], OFFERED)).toBeUndefined();
  });

  it.each(['', 'x', '-', 'not a tag', 'de'])('is none for %j', (wanted) => {
    expect(matchLanguage([wanted], OFFERED)).toBeUndefined();
  });

  it('is found in a browser that knows nothing of likely scripts', () => {
    vi.stubGlobal('Intl', {});
    expect(matchLanguage(['zh-TW'], OFFERED)).toBe('zh-Hant');
    expect(matchLanguage(['zh-CN'], OFFERED)).toBe('zh-Hans');
    expect(matchLanguage(['es-MX'], OFFERED)).toBe('es');
    expect(matchLanguage(['de'], OFFERED)).toBeUndefined();
  });
});
