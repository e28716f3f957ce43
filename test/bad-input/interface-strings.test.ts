import { describe, expect, it } from 'vitest';
import { edited, problemsOf } from './problems-of.ts';

const AR = 'locales/ar/ui.json';
/** The one placeholder of `program.confirm`, and the words before it, which no other string has. */
const DATE = 'كانت في {{date}}';

describe('interface strings that are not right', () => {
  it('are refused when one is missing', async () => {
    expect(await problemsOf(await edited(AR, /\n.*"map": .*/, ''))).toMatchInlineSnapshot(`
      "error locales/ar/ui.json
        The key "clinic.map" is missing.
        To mend it: add it; the source says: Map"
    `);
  });

  it('are refused when one is left empty', async () => {
    expect(await problemsOf(await edited(AR, /"map": ".*"/, '"map": ""'))).toMatch(
      /^error locales\/ar\/ui\.json:48\n.*"clinic\.map"/,
    );
  });

  it('are refused when the source does not know one', async () => {
    expect(await problemsOf(await edited(AR, '"map":', '"maps": "x",\n    "map":'))).toMatchInlineSnapshot(`
      "error locales/ar/ui.json
        The key "clinic.maps" is not in the source.
        To mend it: remove it, or add it to the source."
    `);
  });

  it('are refused when they are for staff, who read the source language', async () => {
    const changes = await edited(AR, '"site": {', '"staff": { "printList": "قائمة" },\n  "site": {');
    expect(await problemsOf(changes)).toMatchInlineSnapshot(`
      "error locales/ar/ui.json
        The key "staff.printList" is for staff, who read it in the source language.
        To mend it: remove it here."
    `);
  });

  it('are refused when a placeholder is translated', async () => {
    const problems = await problemsOf(await edited(AR, DATE, 'كانت في {{تاريخ}}'));
    expect(problems).toContain('"program.confirm" has the placeholders {{تاريخ}}; the source has {{date}}.');
  });

  it('are refused when they have a placeholder more, in any script', async () => {
    const problems = await problemsOf(await edited(AR, DATE, `${DATE} {{تاريخ}}`));
    expect(problems).toContain('"program.confirm" has the placeholders {{date}}, {{تاريخ}}');
  });

  it('are refused when a placeholder is lost', async () => {
    expect(await problemsOf(await edited(AR, DATE, 'أمس'))).toMatchInlineSnapshot(`
      "error locales/ar/ui.json
        "program.confirm" has the placeholders (none); the source has {{date}}.
        To mend it: keep every {{placeholder}} of the source, letter for letter."
    `);
  });

  it('are refused when staff have none in the source language', async () => {
    const problems = await problemsOf(await edited('locales/en/ui.json', '"printList"', '"printedList"'));
    expect(problems).toContain('The key "staff.printList" is not in the source.');
    expect(problems).toContain('The key "staff.printedList" is missing.');
  });

  it('are refused when the file is not there', async () => {
    expect(await problemsOf({ [AR]: null })).toMatchInlineSnapshot(`
      "error locales/ar/ui.json
        This file is missing.
        To mend it: copy locales/en/ui.json to this place and translate its texts."
    `);
  });

  it('are refused when the file is broken', async () => {
    expect(await problemsOf(await edited(AR, '"site": {', '"site": '))).toMatch(/^error locales\/ar\/ui\.json:\d+/);
  });

  it('are refused when translators are not told what one is for', async () => {
    expect(await problemsOf(await edited('locales/ui-notes.yaml', /\n {2}map: .*/, ''))).toMatchInlineSnapshot(`
      "error locales/ui-notes.yaml
        The key "clinic.map" is missing.
        To mend it: add it; the source says: Map"
    `);
  });

  it('are refused when one was copied and not translated', async () => {
    expect(await problemsOf(await edited(AR, /"map": ".*"/, '"map": "Map"'))).toContain(`error locales/ar/ui.json
  "clinic.map" is the same as in the source: Map
  To mend it: translate it, or, if it is meant so, list it under ar in locales/same-as-source.yaml.`);
  });

  // The check of the script does not know the list: in another script, its advice cannot be followed.
  it('are accepted when one is listed as meant to be the same', async () => {
    const changes = await edited(AR, /"map": ".*"/, '"map": "Map"');
    expect(await problemsOf({ ...changes, 'locales/same-as-source.yaml': 'ar: [clinic.map]\n' })).toBe('');
  });

  it('are told of a list that no longer holds', async () => {
    expect(await problemsOf({ 'locales/same-as-source.yaml': 'ar: [clinic.map]\n' })).toMatchInlineSnapshot(`
      "error locales/same-as-source.yaml
        "clinic.map" is listed for ar, but it is not the same as in the source.
        To mend it: take it off the list."
    `);
  });
});
