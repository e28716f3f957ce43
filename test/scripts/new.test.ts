import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { beginClinic, beginHandout, beginLanguage, beginProgram } from '../../scripts/new-work.ts';
import { checkContent } from '../../src/check-content.ts';
import { formatProblem, PressError } from '../../src/problem.ts';
import type { Scaffold } from '../../src/scaffold/scaffold.ts';
import { writeScaffold } from '../../src/scaffold/write-scaffold.ts';
import { findPlaceholders } from '../../src/translation/find-placeholders.ts';
import type { Settings } from '../../src/settings.ts';
import { copyFixtureSite, fixtureSettings } from '../fixture-site.ts';
import { runHandouts } from './run-handouts.ts';

const CLINIC = { id: 'harbor', name: 'Harbor "West" Clinic: north', phone: '+13105550123', use: 'main' };
const PROGRAM = { id: 'quit-line', name: 'Quit Line', owner: 'State of California', phone: '+18005550123' };

/** What a check of the site says after new work was begun in it. */
async function checkAfter(begin: (settings: Settings) => Scaffold | Promise<Scaffold>) {
  const settings = await fixtureSettings(await copyFixtureSite());
  const scaffold = await begin(settings);
  await writeScaffold(scaffold, settings.root);
  const checked = await checkContent(settings);
  const levelled = (level: string) => checked.problems.filter((one) => one.level === level).map(formatProblem);
  return { settings, scaffold, ...checked, errors: levelled('error'), warnings: levelled('warning') };
}

async function refusal(begin: (settings: Settings) => Scaffold | Promise<Scaffold>): Promise<string> {
  const settings = await fixtureSettings(await copyFixtureSite());
  const failure: unknown = await Promise.resolve()
    .then(() => begin(settings))
    .catch((thrown: unknown) => thrown);
  if (!(failure instanceof PressError)) throw new Error('It was expected to be refused.');
  return failure.problems.map(formatProblem).join('\n');
}

describe('a new handout', () => {
  it('is checked without an error, and a build names each placeholder that is left', async () => {
    const { content, errors, warnings } = await checkAfter((settings) => beginHandout({ id: 'kidney-diet' }, settings));
    expect(errors).toEqual([]);
    const handout = content?.handouts.find(({ id }) => id === 'kidney-diet');
    expect(handout).toMatchObject({ code: 'KID', edition: 1 });
    expect(handout?.source.sections.map(({ kind }) => kind)).toEqual(['danger', undefined, undefined, 'checklist']);
    expect(warnings.join('\n')).toContain(
      'warning content/handouts/kidney-diet/en.md:2\n  This is still to be written: [[The title, in words that patients use]]\n  To mend it: write it, or delete what it stands in.',
    );
    const unwritten = content ? findPlaceholders(content) : [];
    expect(unwritten.length).toBeGreaterThan(5);
    expect(new Set(unwritten.map(({ level }) => level))).toEqual(new Set(['error']));
  });

  it('is asked to be kept as edition 1 once it is written, and not before', async () => {
    const { settings } = await checkAfter((given) => beginHandout({ id: 'kidney-diet' }, given));
    const file = join(settings.root, 'content/handouts/kidney-diet/en.md');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replaceAll(/\[\[(.*?)\]\]/g, '$1'));
    const errors = (await checkContent(settings)).problems.filter(({ level }) => level === 'error');
    expect(errors.map(formatProblem)).toEqual([
      'error content/handouts/kidney-diet/en.md\n  The English of edition 1 is not kept, so nobody could tell later what has changed.\n  To mend it: run: npx handouts edition kidney-diet',
    ]);
  });

  it('has the title and code that were typed, or a code that no other has', async () => {
    const begun = await checkAfter((settings) =>
      beginHandout({ id: 'diet', title: 'Eat: "well"', code: 'EAT' }, settings),
    );
    expect(begun.content?.handouts.find(({ id }) => id === 'diet')).toMatchObject({ code: 'EAT' });
    expect(begun.content?.handouts.find(({ id }) => id === 'diet')?.source.title.text).toBe('Eat: "well"');
  });

  it.each([
    [
      { id: 'Kidney Diet' },
      'error id\n  "Kidney Diet" cannot be part of an address.\n  To mend it: choose another: small Latin letters',
    ],
    [{ id: 'diet', code: 'x' }, 'error --code\n  "x" cannot be the code of a handout.'],
    [{ id: 'diet', code: 'WAT' }, 'error --code\n  Another handout has the code WAT.'],
  ])('is refused as %j', async (typed, expected) => {
    expect(await refusal((settings) => beginHandout(typed, settings))).toContain(expected);
  });
});

describe('a new clinic', () => {
  it('is checked without a problem, and has nothing that was not typed', async () => {
    const { content, errors, warnings } = await checkAfter((settings) =>
      beginClinic({ ...CLINIC, program: ['free-checkup'] }, settings),
    );
    expect([errors, warnings.filter((one) => one.includes('harbor'))]).toEqual([[], []]);
    const { file, lineOf, ...clinic } = content?.records.clinics.find(({ id }) => id === 'harbor') ?? {};
    expect([file, typeof lineOf]).toEqual(['content/clinics/harbor.yaml', 'function']);
    expect(clinic).toEqual({
      id: 'harbor',
      name: CLINIC.name,
      phones: [{ number: { e164: '+13105550123', display: '310-555-0123', href: 'tel:+13105550123' }, use: 'main' }],
      programs: ['free-checkup'],
    });
  });

  it.each([
    [{ ...CLINIC, phone: '555-0123' }, 'error --phone\n  "555-0123" cannot be dialled.'],
    [{ ...CLINIC, use: 'appointment' }, 'did you mean "appointments"?'],
    [{ ...CLINIC, program: ['free-chekup'] }, 'did you mean "free-checkup"?'],
    [{ ...CLINIC, website: 'clinic.org' }, 'error --website\n  "clinic.org" is not a web address.'],
    [{ ...CLINIC, id: '../harbor' }, 'error id\n  "../harbor" cannot be part of an address.'],
  ])('is refused as %j', async (typed, expected) => {
    expect(await refusal((settings) => beginClinic(typed, settings))).toContain(expected);
  });
});

describe('a new program', () => {
  it('is checked without an error, and a build names what is still to be written', async () => {
    const { content, errors, warnings } = await checkAfter((settings) => beginProgram(PROGRAM, settings));
    expect(errors).toEqual([]);
    expect(content?.records.programs.find(({ id }) => id === 'quit-line')).toMatchObject({ owner: PROGRAM.owner });
    expect(warnings.join('\n')).toMatch(
      /warning content\/programs\/quit-line\.yaml:\d+\n {2}This is still .*\[\[Who can get it\.\]\]/,
    );
  });

  it('is refused with a number that does not exist', async () => {
    expect(await refusal((settings) => beginProgram({ ...PROGRAM, phone: '+1' }, settings))).toContain(
      'cannot be dialled',
    );
  });
});

describe('a new language', () => {
  it('is listed with the names, script and direction that Unicode knows, and left out until it is finished', async () => {
    const { settings, content, errors, warnings } = await checkAfter((given) => beginLanguage({ tag: 'ur' }, given));
    expect(errors).toEqual([]);
    expect(content?.languages.map(({ tag }) => tag)).toEqual(['en', 'ar']);
    expect(content?.unfinished).toMatchObject([
      {
        tag: 'ur',
        name: 'اردو',
        english: 'Urdu',
        dir: 'rtl',
        script: 'Arab',
        fonts: ['Noto Sans Arabic', 'Noto Sans'],
      },
    ]);
    expect(warnings.join()).toContain('Urdu (ur) is marked as unfinished, so that no page and no sheet has it.');
    expect(await readFile(join(settings.root, 'locales/languages.yaml'), 'utf8')).toContain(
      '\nur:\n  # Take this line',
    );
  });

  it('may have handouts already, which wait for it', async () => {
    const settings = await fixtureSettings(await copyFixtureSite({ 'content/handouts/water/ur.md': 'begun' }));
    await writeScaffold(await beginLanguage({ tag: 'ur' }, settings), settings.root);
    expect((await checkContent(settings)).problems.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('says which font is to be installed, and asks for dates that Node.js does not know', async () => {
    const { scaffold, content, errors } = await checkAfter((settings) =>
      beginLanguage({ tag: 'ium', name: 'Mienh', english: 'Iu Mien', font: 'Noto Sans Ogham' }, settings),
    );
    expect(scaffold.next[0]).toBe('Install its font: npm install @fontsource/noto-sans-ogham');
    expect(errors).toEqual([]);
    expect(content?.unfinished[0]?.dates?.months[2]).toBe('[[March]]');
    expect(content?.unfinished[0]?.dates?.weekdays[0]).toBe('[[Monday]]');
  });

  it.each([
    [{ tag: 'Urdu' }, '"Urdu" is not a language tag.'],
    [{ tag: 'ar' }, '"ar" is listed already.'],
    [{ tag: 'qqq' }, 'To mend it: say it: npx handouts new language qqq --name "…"'],
  ])('is refused as %j', async (typed, expected) => {
    expect(await refusal((settings) => beginLanguage(typed, settings))).toContain(expected);
  });
});

describe('new files', () => {
  it('are never written over others, and then none is', async () => {
    const settings = await fixtureSettings(await copyFixtureSite());
    const files = ['content/new.md', 'content/handouts/water/en.md'].map((path) => ({ path, text: '' }));
    await expect(writeScaffold({ files, next: [] }, settings.root)).rejects.toThrow('This file is there already.');
    await expect(readFile(join(settings.root, 'content/new.md'))).rejects.toThrow('ENOENT');
  });
});

describe('handouts new', () => {
  it('says what it made and what to do next, to a person and to a program', async () => {
    const root = await copyFixtureSite();
    const { code, stdout } = await runHandouts(['new', 'handout', 'diet', '--content', root]);
    expect(stdout).toMatch(/^Made content\/handouts\/diet\/en\.md\n[^]*What to do next:\n {2}1\. Write the text/);
    expect(code).toBe(0);
    const again = await runHandouts(['new', 'handout', 'diet', '--content', root, '--json']);
    expect(JSON.parse(again.stdout)).toMatchObject({ ok: false, problems: [{ what: 'This file is there already.' }] });
    expect(again.code).toBe(1);
  });

  it('needs what it must not make up', async () => {
    const { code, stderr } = await runHandouts(['new', 'clinic', 'harbor', '--name', 'Harbor']);
    expect(stderr).toBe(
      "error command line\n  Required option '--phone <number>' not specified.\n  To mend it: run: npx handouts new clinic --help\n",
    );
    expect(code).toBe(2);
  });

  it('explains what it can begin', async () => {
    const { code, stdout } = await runHandouts(['new']);
    for (const kind of ['handout', 'language', 'clinic', 'program']) expect(stdout).toContain(`  ${kind} `);
    expect(code).toBe(0);
  });
});
