import { describe, expect, it } from 'vitest';
import { stampKept } from '../../src/client/stamp-kept.ts';
import { today } from '../../src/client/stores.ts';

describe('a kept page', () => {
  it('says in its text that it is one, and of which day', () => {
    const html =
      '<html lang="es"><p class="a page-notice--kept" hidden><time datetime="0000-00-00">0000-00-00</time></p>';
    expect(stampKept(html, '2026-11-26')).toBe(
      '<html data-kept="2026-11-26" lang="es"><p class="a page-notice--kept"><time datetime="2026-11-26">2026-11-26</time></p>',
    );
  });

  it('says the day of its reader, which in the evening is not yet that of Greenwich', () => {
    expect(today(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
  });
});
