import { describe, expect, it } from 'vitest';
import { edited, problemsOf } from './problems-of.ts';

const WALKING = 'content/handouts/walking';
// No other handout links to this one, so each of its faults gives one problem.
const WATER = 'content/handouts/water';

describe('a file that is not right', () => {
  it('is refused when it is empty', async () => {
    expect(await problemsOf({ [`${WATER}/ar.md`]: '' })).toMatchInlineSnapshot(`
      "error content/handouts/water/ar.md
        This file is empty.
        To mend it: write its content, or delete the file."
    `);
  });

  it('is called empty, not missing, when it is an empty source', async () => {
    const problems = await problemsOf({ [`${WATER}/en.md`]: '\n' });
    expect(problems).toContain('This file is empty.');
    expect(problems).not.toContain('There is no en.md');
  });

  it('is refused when it is saved in another encoding', async () => {
    const latin1 = Buffer.from('---\ntitle: Caf\u00E9\n---\n', 'latin1');
    expect(await problemsOf({ [`${WATER}/ar.md`]: latin1 })).toMatchInlineSnapshot(`
      "error content/handouts/water/ar.md:2
        This file is not UTF-8 text.
        To mend it: open it in your editor and save it with the encoding "UTF-8"."
    `);
  });

  it('is refused when its name is not a language', async () => {
    expect(await problemsOf({ [`${WALKING}/fr.md`]: 'Bonjour' })).toMatchInlineSnapshot(`
      "error content/handouts/walking/fr.md
        "fr" is not a language of this press.
        To mend it: name the file one of en.md, ar.md, or add the language to locales/languages.yaml."
    `);
  });

  it('is refused when it is a handout folder whose name cannot stand in an address', async () => {
    const changes = await edited(`${WALKING}/en.md`, 'code: WLK', 'code: BAD');
    const problems = await problemsOf({ 'content/handouts/Bad Name/en.md': changes[`${WALKING}/en.md`] ?? '' });
    expect(problems).toMatchInlineSnapshot(`
      "error content/handouts/Bad Name
        "Bad Name" cannot be part of an address.
        To mend it: rename it: small Latin letters, digits and single dashes only, at most 60 of them, for example free-screening."
    `);
  });

  it('is missed when a handout has no source', async () => {
    const changes = { 'content/handouts/resting/ar.md': '---\ntitle: x\n---\n' };
    expect(await problemsOf(changes)).toMatchInlineSnapshot(`
      "error content/handouts/resting
        There is no en.md, the source of all translations.
        To mend it: add it, or delete the folder."
    `);
  });

  it('is missed when there is no handout at all', async () => {
    expect(await problemsOf({ 'content/handouts': null })).toMatchInlineSnapshot(`
      "error content/handouts
        There is no handout here.
        To mend it: add a folder with an en.md; see the README."
    `);
  });

  it('is refused when it is no language list at all', async () => {
    expect(await problemsOf({ 'locales/languages.yaml': '- en\n- ar\n' })).toMatch(/^error locales\/languages\.yaml/);
  });

  it('is missed when there is no language list', async () => {
    expect(await problemsOf({ 'locales/languages.yaml': null })).toContain('error locales/languages.yaml');
  });

  it('is refused when a language names a font that is not installed', async () => {
    const changes = await edited('locales/languages.yaml', 'Noto Sans Arabic', 'Comic Arabic');
    expect(await problemsOf(changes)).toMatchInlineSnapshot(`
      "error locales/languages.yaml
        The font "Comic Arabic" is not installed.
        To mend it: correct its name, or run: npm install @fontsource/comic-arabic"
    `);
  });

  it('is refused when the settings name a clinic that is not there', async () => {
    const changes = await edited('content/settings.yaml', 'mainClinic: full', 'mainClinic: moon');
    expect(await problemsOf(changes)).toMatchInlineSnapshot(`
      "error content/settings.yaml
        mainClinic: there is no clinic "moon".
        To mend it: use one of: bare, full."
    `);
  });

  it('is refused when the settings name a source language that is not there', async () => {
    const changes = await edited('content/settings.yaml', 'sourceLocale: en', 'sourceLocale: de');
    expect(await problemsOf(changes)).toContain('sourceLocale: "de" is not a language.');
  });
});
