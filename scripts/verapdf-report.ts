import { counted } from './counted.ts';
import { relative, sep } from 'node:path';
import { z } from 'zod';
import { compareText, error, type Problem } from '../src/problem.ts';

/** A standard that veraPDF checks PDFs by. */
export interface Profile {
  /** What veraPDF calls it. */
  flavour: string;
  name: string;
}

/** The checks of a run, in their order: every PDF of the press says of itself that it keeps to both. */
export const PROFILES: readonly Profile[] = [
  { flavour: 'ua1', name: 'PDF/UA-1' },
  { flavour: '2a', name: 'PDF/A-2a' },
];

/** A rule of a profile that a file breaks. */
export interface BrokenRule {
  /** Clause of the standard and number of veraPDF's test of it: `clause 7.1, test 5`. */
  name: string;
  description: string;
  times: number;
  /** What veraPDF says of the first place. */
  example?: string;
}

/** What veraPDF says of a file. */
export type Verdict = { file: string } & (
  { kind: 'passed' } | { kind: 'failed'; rules: BrokenRule[] } | { kind: 'unchecked'; why: string }
);

/** What a program left behind when it ended. */
export interface Ended {
  /** `null` if something else ended it. */
  code: number | null;
  stdout: string;
  stderr: string;
}

/** All that is known of some files by one profile. */
export interface Outcome {
  verdicts: Verdict[];
  /** What went wrong with the run itself, not with a file. */
  problems: Problem[];
}

/** The parts of veraPDF's report (`--format json`) that are read; it holds more. Rules that are kept are not in it. */
const RuleSchema = z.object({
  clause: z.string(),
  testNumber: z.number(),
  description: z.string(),
  failedChecks: z.number(),
  checks: z.array(z.object({ errorMessage: z.string().nullish() })),
});
const ResultSchema = z.object({
  jobEndStatus: z.string(),
  compliant: z.boolean(),
  details: z.object({ ruleSummaries: z.array(RuleSchema) }),
});
const JobSchema = z.object({
  itemDetails: z.object({ name: z.string() }),
  validationResult: z.array(ResultSchema).default([]),
  taskException: z.object({ exceptionMessage: z.string() }).optional(),
});
const ReportSchema = z.object({ report: z.object({ jobs: z.array(JobSchema) }) });

/** veraPDF ends with 0 if all files pass and 1 if some do not; with more for files it cannot read and for crashes. */
const EXPECTED_CODES: readonly unknown[] = [0, 1];
const REPORT_IT = 'this is a fault of the press, not of the text: please report it, with these lines.';

/**
 * Reads what a run of veraPDF over `files` left behind. Each file is passed, failed or unchecked; none is passed
 * for want of a bad word about it.
 */
export function readRun(ended: Ended, files: readonly string[], { name }: Profile): Outcome {
  const report = ReportSchema.safeParse(parseJson(ended.stdout));
  if (!report.success) return { verdicts: [], problems: [crash(ended, files, name)] };
  const verdicts = files.map((file) => {
    const jobs = report.data.report.jobs.filter(({ itemDetails }) => itemDetails.name === file);
    return judge(file, jobs);
  });
  const isExplained = EXPECTED_CODES.includes(ended.code) || verdicts.some(({ kind }) => kind === 'unchecked');
  return { verdicts, problems: isExplained ? [] : [crash(ended, files, name)] };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function judge(file: string, jobs: readonly z.infer<typeof JobSchema>[]): Verdict {
  const unchecked = (why: string): Verdict => ({ file, kind: 'unchecked', why });
  if (jobs.length === 0) return unchecked('the file is not in its report.');
  const exception = jobs.find(({ taskException }) => taskException)?.taskException;
  if (exception) return unchecked(exception.exceptionMessage);
  const results = jobs.flatMap(({ validationResult }) => validationResult);
  if (results.length === 0) return unchecked('its report holds no result for the file.');
  const cut = results.find(({ jobEndStatus }) => jobEndStatus !== 'normal');
  if (cut) return unchecked(`the check ended as "${cut.jobEndStatus}".`);
  const rules = results.flatMap(({ details }) => details.ruleSummaries).map(toBrokenRule);
  if (rules.length > 0) return { file, kind: 'failed', rules };
  if (results.every(({ compliant }) => compliant)) return { file, kind: 'passed' };
  return unchecked('it calls the file not compliant, but names no rule.');
}

function toBrokenRule(rule: z.infer<typeof RuleSchema>): BrokenRule {
  return {
    name: `clause ${rule.clause}, test ${rule.testNumber}`,
    description: rule.description,
    times: rule.failedChecks,
    example: rule.checks[0]?.errorMessage ?? undefined,
  };
}

function crash({ code, stderr }: Ended, files: readonly string[], name: string): Problem {
  const ending = code === null ? 'was ended from outside' : `stopped with exit code ${code}`;
  const lastWords = stderr.trim().split('\n').at(-1) || 'nothing';
  const what = `It ${ending}, without a whole report on ${counted(files.length, 'PDF')} (from ${files[0]} on) by ${name}. It last said: ${lastWords}`;
  const fix = 'run it again. If it stops again, look at the free memory and at java -version: 11 or newer is needed.';
  return error('veraPDF', what, fix);
}

/** What a profile's verdicts mean for the run; files are named as seen from the folder `base`. */
export function problemsOf({ name }: Profile, verdicts: readonly Verdict[], base: string): Problem[] {
  return verdicts.flatMap((verdict) => {
    const file = relative(base, verdict.file).replaceAll(sep, '/');
    if (verdict.kind === 'unchecked') {
      const what = `veraPDF could not check it by ${name}: ${verdict.why}`;
      return [error(file, what, 'run npm run build again; if that does not help, please report it, with these lines.')];
    }
    if (verdict.kind === 'passed') return [];
    return verdict.rules.map(({ name: rule, description, times, example }) => {
      const what = `${name}, ${rule}, broken ${counted(times, 'time')}: ${endSentence(description)}`;
      return error(file, example ? `${what} First: ${endSentence(example)}` : what, REPORT_IT);
    });
  });
}

/** Sums up a profile: how many files pass, and the broken rules, those of most files first. */
export function summaryOf(
  { name }: Profile,
  verdicts: readonly Verdict[],
  files: number,
  milliseconds: number,
): string[] {
  const countOf = (wanted: Verdict['kind']) => verdicts.filter(({ kind }) => kind === wanted).length;
  const [passed, failed] = [countOf('passed'), countOf('failed')];
  const unchecked = files - passed - failed;
  return [
    `${name}: ${passed} of ${counted(files, 'PDF')} passed${unchecked > 0 ? `, ${unchecked} NOT checked` : ''} (${(milliseconds / 1000).toFixed(1)} s)`,
    ...rulesByFiles(verdicts).map(
      ({ name: rule, description, files: broken }) => `  ${counted(broken, 'PDF')}: ${rule}: ${description}`,
    ),
  ];
}

function rulesByFiles(verdicts: readonly Verdict[]): { name: string; description: string; files: number }[] {
  const found = new Map<string, { name: string; description: string; files: number }>();
  for (const verdict of verdicts) {
    if (verdict.kind !== 'failed') continue;
    for (const { name, description } of verdict.rules) {
      found.set(name, { name, description, files: (found.get(name)?.files ?? 0) + 1 });
    }
  }
  return [...found.values()].sort((a, b) => b.files - a.files || compareText(a.name, b.name));
}

/** Some of veraPDF's descriptions end in a full stop and some do not. */
function endSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
