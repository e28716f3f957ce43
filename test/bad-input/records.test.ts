import { describe, expect, it } from 'vitest';
import { edited, problemsOf } from './problems-of.ts';

const FULL = 'content/clinics/full.yaml';
const PROGRAM = 'content/programs/free-checkup.yaml';

/** A further clinic, like the full one but for one passage: nothing else refers to it. */
async function clinicWith(passage: string | RegExp, replacement: string): Promise<Record<string, string>> {
  return { 'content/clinics/moon.yaml': Object.values(await edited(FULL, passage, replacement)).join('') };
}

/** A further program, likewise. */
async function programWith(passage: string | RegExp, replacement: string): Promise<Record<string, string>> {
  return { 'content/programs/moon.yaml': Object.values(await edited(PROGRAM, passage, replacement)).join('') };
}

describe('a clinic that is not right', () => {
  it('is refused when its phone cannot be dialled', async () => {
    const changes = await clinicWith('+18005550102', '+1800555010');
    expect(await problemsOf(changes)).toMatchInlineSnapshot(`
      "error content/clinics/moon.yaml:6
        The value of "phones.1.number" is not right: "+1800555010" cannot be dialled.
        To mend it: correct it. It should be: the number in international form, in quotes: + and digits only, such as "+13107062594"."
    `);
  });

  it('is refused when its phone lacks the plus', async () => {
    const changes = await clinicWith('"+18005550102"', '800-555-0102');
    expect(await problemsOf(changes)).toMatchInlineSnapshot(`
      "error content/clinics/moon.yaml:6
        The value of "phones.1.number" is not right: "800-555-0102" cannot be dialled.
        To mend it: correct it. It should be: the number in international form, in quotes: + and digits only, such as "+13107062594"."
    `);
  });

  it('is refused when words stand after its phone', async () => {
    const changes = await clinicWith('+18005550102', '+18005550102 or ask');
    expect(await problemsOf(changes)).toContain('"+18005550102 or ask" cannot be dialled');
  });

  it('is refused when a phone is for something unknown', async () => {
    const problems = await problemsOf(await clinicWith('use: fax', 'use: pager'));
    expect(problems).toContain('error content/clinics/moon.yaml:9');
    expect(problems).toContain('what the number is for: main, appointments, afterHours, text, fax.');
  });

  it('is not called missing where it is referred to', async () => {
    const problems = await problemsOf(await edited(FULL, '+18005550102', '+1800555010'));
    expect(problems).toContain('error content/clinics/full.yaml:6');
    expect(problems).not.toContain('there is no clinic "full"');
  });

  it('is refused when a key is misspelt', async () => {
    const changes = await clinicWith('website:', 'webside:');
    expect(await problemsOf(changes)).toMatchInlineSnapshot(`
      "error content/clinics/moon.yaml:10
        The key "webside" is not known here.
        To mend it: remove it, or use one of: name, shortName, phones, website, address, hours, languages, interpreterLine, logo, people, programs."
    `);
  });

  it('is refused when its web address is none', async () => {
    const changes = await clinicWith('https://full-moon', 'www.full-moon');
    expect(await problemsOf(changes)).toMatchInlineSnapshot(`
      "error content/clinics/moon.yaml:10
        The value of "website" is not right: not a web address.
        To mend it: correct it. It should be: its web address, such as https://clinic.org/."
    `);
  });

  it('is refused when a time is not one', async () => {
    const changes = await clinicWith('"17:00"', '5 pm');
    expect(await problemsOf(changes)).toMatchInlineSnapshot(`
      "error content/clinics/moon.yaml:19
        The value of "hours.0.closes" is not right: not a time such as "08:30".
        To mend it: correct it. It should be: when it closes, in quotes, such as "17:00"."
    `);
  });

  it('is refused when it closes before it opens', async () => {
    const changes = await clinicWith('"17:00"', '"07:00"');
    expect(await problemsOf(changes)).toMatch(/error content\/clinics\/moon\.yaml:1[789]/);
  });

  it('is refused when its program does not exist', async () => {
    const changes = await clinicWith('[free-checkup]', '[free-checkups]');
    expect(await problemsOf(changes)).toMatchInlineSnapshot(`
      "error content/clinics/moon.yaml:38
        There is no program "free-checkups".
        To mend it: use one of: free-checkup."
    `);
  });

  it('is refused when its staff speak a language the press does not know', async () => {
    const changes = await clinicWith('[en, ar]', '[en, xx]');
    expect(await problemsOf(changes)).toMatchInlineSnapshot(`
      "error content/clinics/moon.yaml:26
        The value of "languages.1" is not right: not a language tag.
        To mend it: correct it. It should be: tags of the languages its staff speak, such as [en, es]."
    `);
  });

  it('is refused when its file name would climb out of its folder', async () => {
    const changes = { 'content/clinics/..x.yaml': 'name: X\nphones: [{ number: "+18005550155", use: main }]\n' };
    expect(await problemsOf(changes)).toMatchInlineSnapshot(`
      "error content/clinics/..x.yaml
        "..x" cannot be part of an address.
        To mend it: rename it: small Latin letters, digits and single dashes only, at most 60 of them, for example free-screening."
    `);
  });

  it('is refused when its ending is .yml, which nothing would read', async () => {
    const changes = { 'content/clinics/other.yml': 'name: X\nphones: [{ number: "+18005550155", use: main }]\n' };
    expect(await problemsOf(changes)).toContain('error content/clinics/other.yml');
  });

  it('is warned of when a role is not translated', async () => {
    const changes = await clinicWith('      ar: ممرض\n', '');
    expect(await problemsOf(changes)).toMatchInlineSnapshot(`
      "warning content/clinics/moon.yaml
        Not translated in the role of Sam Sample, RN: ar. Sheets in these languages show the words in en.
        To mend it: add the translations."
    `);
  });
});

describe('a program that is not right', () => {
  it('is refused when it has no text in the source language', async () => {
    const problems = await problemsOf(await programWith(/  en:\n(?: {4}.*\n)*/, ''));
    expect(problems).toContain('There is no "en" in texts.');
    expect(problems).not.toContain('Sheets in these languages show the words in en');
  });

  it('is not called unknown in every handout that names its facts', async () => {
    const problems = await problemsOf(await edited(PROGRAM, 'owner: Test Department of Health\n', ''));
    expect(problems).toContain('error content/programs/free-checkup.yaml:1');
    expect(problems).not.toContain('There is no fact named');
  });

  it('is refused when a translation of its texts loses a fact', async () => {
    const changes = await programWith(' {{free-checkup.first-age}} سنة', '');
    expect(await problemsOf(changes)).toContain('error content/programs/moon.yaml');
  });

  it('is refused when a text is missing in one language', async () => {
    const changes = await programWith(/    limits: لا .*\n/, '');
    expect(await problemsOf(changes)).toMatchInlineSnapshot(`
      "error content/programs/moon.yaml:16
        The key "texts.ar.limits" is missing.
        To mend it: add it. It should be: what it does not do."
    `);
  });

  it('is refused when a text names a fact nobody recorded', async () => {
    const changes = await programWith('from age {{free-checkup.first-age}}', 'from age {{free-checkup.age}}');
    expect(await problemsOf(changes)).toMatchInlineSnapshot(`
      "error content/programs/moon.yaml:12
        There is no fact named {{free-checkup.age}}.
        To mend it: use one of {{emergency}}, {{free-checkup.name}}, {{free-checkup.phone}}, {{free-checkup.first-age}}, {{moon.name}}, {{moon.phone}}, {{moon.first-age}}, or add the fact to its record in content/programs/.
      error content/programs/moon.yaml:16
        "who" in ar uses the facts {{free-checkup.first-age}}; in en it uses {{free-checkup.age}}.
        To mend it: use the same facts, each as often."
    `);
  });

  it('is refused when a phone number is typed into a text', async () => {
    const changes = await programWith('It does not pay for treatment.', 'Call 1-800-555-0199.');
    expect(await problemsOf(changes)).toContain('The phone number +18005550199 is typed into the text.');
  });

  it('is warned of, not refused, when its review date has passed', async () => {
    const changes = await programWith('2027-05-01', '2026-11-22');
    expect(await problemsOf(changes)).toMatchInlineSnapshot(`
      "warning content/programs/moon.yaml
        These facts were last checked on 2026-11-01 and were to be checked again by 2026-11-22. Sheets now tell readers to call and confirm.
        To mend it: check every fact with the program, then set checkedOn and reviewBy."
    `);
  });
});
