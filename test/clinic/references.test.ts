import { describe, expect, it } from 'vitest';
import { programSchema, type Program } from '../../src/clinic/record-schemas.ts';
import { buildReferences } from '../../src/clinic/references.ts';
import { createFormats } from '../../src/i18n/formats.ts';
import { languageNamed } from '../language-named.ts';

const record = programSchema('US').parse({
  name: 'Open Door',
  owner: 'Somebody',
  phone: '+18005550199',
  values: { 'first-age': 40 },
  checkedOn: '2026-11-01',
  reviewBy: '2027-05-01',
  sources: ['x'],
  texts: {},
});
const program: Program = { ...record, id: 'open-door', file: 'content/programs/open-door.yaml', lineOf: () => 1 };
const settings = { emergencyNumber: '911', sourceLocale: 'en' };
const references = buildReferences([program], createFormats(languageNamed('ar')), settings);

describe('the facts that texts may name', () => {
  it('are the emergency number, and of each program its name, phone and values', () => {
    expect([...references.keys()]).toEqual(['emergency', 'open-door.name', 'open-door.phone', 'open-door.first-age']);
  });

  it('can be dialled', () => {
    expect(references.get('emergency')).toEqual({ kind: 'phone', display: '911', href: 'tel:911' });
    expect(references.get('open-door.phone')).toMatchObject({ display: '1-800-555-0199', href: 'tel:+18005550199' });
  });

  it('have the digits of the language', () => {
    expect(references.get('open-door.first-age')).toEqual({ kind: 'number', display: '40' });
    const eastern = createFormats({ ...languageNamed('ar'), digits: 'arab' });
    expect(buildReferences([program], eastern, settings).get('open-door.first-age')).toMatchObject({ display: '٤٠' });
  });

  it('keep a name in the language it was given in', () => {
    expect(references.get('open-door.name')).toEqual({ kind: 'name', display: 'Open Door', locale: 'en' });
  });
});

describe('a value of a program', () => {
  it.each(['name', 'phone'])('cannot take the place of its %s', (key) => {
    const result = programSchema('US').safeParse({ ...record, phone: '+18005550199', values: { [key]: 5 } });
    expect(result.success).toBe(false);
  });
});
