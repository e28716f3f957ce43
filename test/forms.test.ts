import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FORM_NAMES, FORMS } from '../src/forms.ts';
import { type Catalogue, catalogueFile, flattenCatalogue } from '../src/i18n/messages.ts';
import { contentBox, LETTER } from '../src/paper.ts';
import { PROJECT } from './fixture-site.ts';

const catalogue = (tag: string): Map<string, string> =>
  flattenCatalogue(JSON.parse(readFileSync(join(PROJECT, catalogueFile(tag)), 'utf8')) as Catalogue);
const styles = readFileSync(join(PROJECT, 'templates/styles/forms.css'), 'utf8');

describe('the forms of a handout', () => {
  it('are those that settings may name, each under its own name', () => {
    expect(Object.keys(FORMS)).toEqual([...FORM_NAMES]);
    expect(Object.values(FORMS).map(({ name }) => name)).toEqual([...FORM_NAMES]);
  });

  it.each(FORM_NAMES)('have a label in the source language: %s', (name) => {
    expect(catalogue('en').get(FORMS[name].label)).toMatch(/\p{L}/u);
  });

  it('have labels that tell them apart', () => {
    const labels = FORM_NAMES.map((name) => catalogue('en').get(FORMS[name].label));
    expect(new Set(labels).size).toBe(FORM_NAMES.length);
  });

  it('have labels that every language has, because readers choose by them', () => {
    expect(FORM_NAMES.filter((name) => FORMS[name].label.startsWith('staff.'))).toEqual([]);
    expect(FORM_NAMES.filter((name) => !catalogue('ar').has(FORMS[name].label))).toEqual([]);
  });

  it('look different from the standard one by their styles, or by their paper alone', () => {
    const styled = FORM_NAMES.filter((name) => styles.includes(`[data-form='${name}']`));
    expect(styled).toEqual(['large-print', 'bilingual', 'phone', 'ink-saver']);
    expect(FORMS.a4.paper).not.toEqual(FORMS.standard.paper);
    expect([...styles.matchAll(/data-form='([^']*)'/g)].filter(([, name = '']) => !(name in FORMS))).toEqual([]);
  });

  it('are one sheet, or as long as they need to be', () => {
    expect(FORM_NAMES.filter((name) => FORMS[name].isTwoSided)).toEqual(['standard', 'a4', 'ink-saver']);
  });

  it('have the parts of the footer below each other where the page is narrow or its letters are large', () => {
    const narrow = FORM_NAMES.filter((name) => contentBox(FORMS[name].paper).width < contentBox(LETTER).width - 50);
    expect(FORM_NAMES.filter((name) => FORMS[name].hasStackedFooter)).toEqual(narrow);
  });

  it('have a weight that passes from phone to phone, the one for phones the least', () => {
    expect(Math.max(...Object.values(FORMS).map(({ mostBytes }) => mostBytes))).toBeLessThanOrEqual(250_000);
    expect(Math.min(...Object.values(FORMS).map(({ mostBytes }) => mostBytes))).toBe(FORMS.phone.mostBytes);
  });
});
