import { describe, expect, it } from 'vitest';
import { createLinkResolver, findIds } from '../../src/handout/resolve-link.ts';

const targets = new Map([
  ['water/es', new Set(['help', 'how-much'])],
  ['walking/es', new Set(['start'])],
  ['walking/en', new Set(['start', 'safe'])],
]);
const resolve = createLinkResolver({ handout: 'water', language: { tag: 'es' }, targets });

describe('the ids of a handout file', () => {
  it('are found without parsing it', () => {
    const text = '---\ntitle: x\n---\n## A {#a}\n\n### B { #b .danger }\n\nText {#not-this}\n';
    expect([...findIds(text)]).toEqual(['a', 'b']);
  });
});

describe('a link', () => {
  it.each([
    ['#help', '#help'],
    ['../walking/es.md', '../walking/'],
    ['../walking/es.md#start', '../walking/#start'],
    ['https://example.org/a?b#c', 'https://example.org/a?b#c'],
    ['http://example.org/', 'http://example.org/'],
  ])('from the author’s %s leads to %s', (href, expected) => {
    expect(resolve(href)).toEqual({ href: expected });
  });

  it.each([
    '#gone',
    '../walking/es.md#safe',
    '../walking/en.md',
    '../gone/es.md',
    'walking',
    '../../walking/es.md',
    '/es/',
    '',
    'mailto:a@b.org',
  ])('to %j leads nowhere', (href) =>
    expect(resolve(href)).toHaveProperty('fault.what', `The link to "${href}" leads nowhere.`),
  );

  it('that leads nowhere is answered with those that lead somewhere', () => {
    expect(resolve('#gone')).toHaveProperty(
      'fault.fix',
      'link to a section (#help, #how-much), to another handout in the same language (../walking/es.md, ../water/es.md), or to an https:// address.',
    );
  });

  it('that dials is answered with the name of a fact', () => {
    expect(resolve('tel:911')).toHaveProperty('fault.fix', expect.stringContaining('{{emergency}}'));
  });

  it('to a mail address is not answered with phone numbers', () => {
    expect(resolve('mailto:a@b.org')).not.toHaveProperty('fault.fix', expect.stringContaining('phone numbers'));
  });
});
