import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parsePhone } from '../src/clinic/phone.ts';
import { PHONE_USES } from '../src/clinic/record-schemas.ts';
import { SourceFrontMatterSchema } from '../src/handout/handout-schema.ts';
import { isFontInstalled } from '../src/i18n/font-faces.ts';
import { isUsualTag, readLanguages } from '../src/i18n/languages.ts';
import { compareText, PressError } from '../src/problem.ts';
import { type NewClinic, newClinic } from '../src/scaffold/new-clinic.ts';
import { newHandout } from '../src/scaffold/new-handout.ts';
import { namesOf, newLanguage } from '../src/scaffold/new-language.ts';
import { newProgram } from '../src/scaffold/new-program.ts';
import { readCodes } from '../src/scaffold/read-codes.ts';
import type { Scaffold } from '../src/scaffold/scaffold.ts';
import type { Settings } from '../src/settings.ts';
import { checkSlug } from '../src/slug.ts';
import { requireKnown, UsageError } from './usage-error.ts';

/** A new handout, from what was typed. @throws {UsageError} for an id or a code that cannot be */
export async function beginHandout(
  { id, title, code }: { id: string; title?: string; code?: string },
  { root, today, sourceLocale }: Settings,
): Promise<Scaffold> {
  requireSlug(id);
  const takenCodes = await readCodes(root, sourceLocale);
  if (code !== undefined) requireCode(code, takenCodes);
  return newHandout({ id, title, code, takenCodes, today, sourceLocale });
}

/** A new clinic. @throws {UsageError} for an id, a number or a program that cannot be */
export async function beginClinic(
  { id, program = [], ...typed }: Omit<NewClinic, 'programs' | 'mainClinic'> & { program?: string[] },
  settings: Settings,
): Promise<Scaffold> {
  requireSlug(id);
  requirePhone(typed.phone, settings);
  requireKnown(typed.use, PHONE_USES, { where: '--use', kind: 'use of a number' });
  if (typed.website !== undefined) requireWebAddress(typed.website);
  const known = program.length > 0 ? await readPrograms(settings.root) : [];
  for (const name of program) requireKnown(name, known, { where: '--program', kind: 'program' });
  return newClinic({ id, ...typed, programs: program, mainClinic: settings.mainClinic });
}

/** A new program. @throws {UsageError} for an id or a number that cannot be */
export function beginProgram(
  typed: { id: string; name: string; owner: string; phone: string },
  settings: Settings,
): Scaffold {
  requireSlug(typed.id);
  requirePhone(typed.phone, settings);
  return newProgram({ ...typed, today: settings.today, sourceLocale: settings.sourceLocale });
}

/** A new language. @throws {UsageError} for a tag that is none or is listed, and for a name that must be typed */
export async function beginLanguage(
  { tag, font, ...typed }: { tag: string; name?: string; english?: string; font?: string },
  { root }: Settings,
): Promise<Scaffold> {
  if (!isUsualTag(tag)) {
    const fix = 'write a BCP 47 tag in its usual form, such as so, pt-BR or zh-Hant.';
    throw new UsageError('language', `"${tag}" is not a language tag.`, fix);
  }
  const { value: known, problems } = await readLanguages(root);
  if (!known) throw new PressError(problems);
  if (known.some((language) => language.tag === tag)) {
    throw new UsageError('language', `"${tag}" is listed already.`, 'see its entry in locales/languages.yaml.');
  }
  const { name = typed.name, english = typed.english } = { ...namesOf(tag), ...withoutGaps(typed) };
  if (name === undefined || english === undefined) {
    const missing = name === undefined ? '--name' : '--english';
    const what = `Node.js does not know what ${missing === '--name' ? `the speakers of "${tag}" call it` : `"${tag}" is called in English`}.`;
    throw new UsageError(missing, what, `say it: npx handouts new language ${tag} ${missing} "…"`);
  }
  return newLanguage({ tag, name, english, font, known, isInstalled: isFontInstalled });
}

function withoutGaps(typed: { name?: string; english?: string }): { name?: string; english?: string } {
  return { ...(typed.name && { name: typed.name }), ...(typed.english && { english: typed.english }) };
}

async function readPrograms(root: string): Promise<string[]> {
  const names = await readdir(join(root, 'content/programs')).catch(() => []);
  return names.flatMap((name) => /^(.+)\.yaml$/.exec(name)?.[1] ?? []).sort(compareText);
}

function requireSlug(id: string): void {
  const [problem] = checkSlug(id, 'id');
  if (problem) throw new UsageError('id', problem.what, problem.fix.replace('rename it', 'choose another'));
}

function requireCode(code: string, taken: readonly string[]): void {
  const fix = 'choose two to six capital letters or digits, the first a letter, such as CAL.';
  if (!SourceFrontMatterSchema.shape.code.safeParse(code).success) {
    throw new UsageError('--code', `"${code}" cannot be the code of a handout.`, fix);
  }
  if (taken.includes(code)) throw new UsageError('--code', `Another handout has the code ${code}.`, fix);
}

function requirePhone(number: string, { country }: Settings): void {
  if (parsePhone(number, country)) return;
  const fix = 'write a real number in international form, + and digits only, such as "+13107062594".';
  throw new UsageError('--phone', `"${number}" cannot be dialled.`, fix);
}

function requireWebAddress(address: string): void {
  if (/^https?:\/\/\S+$/.test(address) && URL.canParse(address)) return;
  throw new UsageError(
    '--website',
    `"${address}" is not a web address.`,
    'write it whole, such as https://clinic.org/.',
  );
}
