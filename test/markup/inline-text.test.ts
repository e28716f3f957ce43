import { describe, expect, it } from 'vitest';
import { foreignText, renderReference } from '../../src/markup/inline-text.ts';

describe('drawing a fact', () => {
  it('makes a phone number a link and keeps its direction', () => {
    const phone = { kind: 'phone', display: '310-706-2594', href: 'tel:+13107062594' } as const;
    expect(renderReference(phone, 'x1')).toEqual({
      html: '<a class="phone" href="tel:+13107062594"><bdi dir="ltr">310-706-2594</bdi></a>',
      text: '310-706-2594',
    });
  });

  it('isolates a number, whose digits have a direction of their own', () => {
    expect(renderReference({ kind: 'number', display: '40' }, 'x1').html).toBe('<bdi>40</bdi>');
  });

  it('marks a name with its language, and with an id, without which the PDF would lose it', () => {
    expect(renderReference({ kind: 'name', display: 'Open Door', locale: 'en' }, 'x1').html).toBe(
      '<bdi id="x1" lang="en" dir="ltr">Open Door</bdi>',
    );
  });

  it('escapes what it draws, but not the plain words', () => {
    expect(renderReference({ kind: 'number', display: '<40 & "50"' }, 'x1')).toEqual({
      html: '<bdi>&lt;40 &amp; &quot;50&quot;</bdi>',
      text: '<40 & "50"',
    });
  });
});

describe('text in another language', () => {
  it('carries language, direction and an id together', () => {
    expect(foreignText('العربية', 'ar', 'x1', 'rtl').html).toBe('<bdi id="x1" lang="ar" dir="rtl">العربية</bdi>');
  });
});
