import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { exists, moveIntoPlace } from '../src/move-into-place.ts';
import type { Progress } from '../src/pipeline.ts';
import { type Checked, error, type Problem, sortProblems } from '../src/problem.ts';
import { counted } from './counted.ts';
import { type Ended, type Outcome, problemsOf, type Profile, PROFILES, readRun, summaryOf } from './verapdf-report.ts';

/** Runs a program and waits for its end; `undefined` if there is no such program. */
export type RunProgram = (
  program: 'java' | 'mvn',
  args: readonly string[],
  options?: { cwd?: string; onOutput?: (stdout: string) => void },
) => Promise<Ended | undefined>;

/** How a check runs programs and tells of it. */
export interface CheckContext {
  progress: Pick<Progress, 'stage' | 'step'>;
  /** Files are named as seen from this folder. */
  base: string;
  run?: RunProgram;
}

const POM = join(import.meta.dirname, 'verapdf', 'pom.xml');
const MAIN_CLASS = 'org.verapdf.apps.GreenfieldCliWrapper';
/** What Maven fetches, without the version in its name. */
const JAR = 'greenfield-apps.jar';
/** The plugin by its whole name: a short one that cannot be looked up hides why (the network) behind "No plugin found". */
const FETCH = [
  ...['-q', '-B', '-f', 'pom.xml', 'org.apache.maven.plugins:maven-dependency-plugin:copy-dependencies'],
  ...['-DoutputDirectory=.', '-Dmdep.stripVersion=true'],
];

/** So many paths fit the shortest command line there is (32,767 characters, on Windows) at 400 characters each. */
const BATCH = 75;

const INSTALL =
  'install Java (11 or newer) and Maven (3.6.3 or newer), on Debian or Ubuntu by: apt install default-jre-headless maven. Then run npm run check:pdf again.';

/** It was there a moment ago. */
const JAVA_IS_GONE: Ended = { code: null, stdout: '', stderr: 'Java is not there any more.' };

/** Runs a program that is found by the `PATH`. */
export const runProgram: RunProgram = (program, args, { cwd, onOutput } = {}) => {
  // On Windows Maven is a batch file, which only a shell runs. Java must not get one: its paths may hold spaces.
  const shell = program === 'mvn' && process.platform === 'win32';
  const child = spawn(program, args, { cwd, shell, stdio: ['ignore', 'pipe', 'pipe'] });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    onOutput?.(stdout);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  return new Promise((resolve, reject) => {
    child.on('close', (code) => resolve({ code, stdout, stderr }));
    child.on('error', (failure: NodeJS.ErrnoException) =>
      failure.code === 'ENOENT' ? resolve(undefined) : reject(failure),
    );
  });
};

/**
 * Gives the folder with veraPDF's jar, which Maven fetches once per content of `pom.xml`. Without Java, Maven or
 * a way to fetch them there is no value, and the problem says that nothing was checked, and why.
 */
export async function findVeraPdf(
  cache: string,
  { progress, run = runProgram }: Pick<CheckContext, 'progress' | 'run'>,
): Promise<Checked<string>> {
  const java = await run('java', ['-version']);
  if (!java) return notChecked('Java is not installed.', INSTALL);
  // macOS has a `java` that only tells where to get one.
  if (java.code !== 0) return notChecked(`Java does not run: ${firstLine(java.stderr)}`, INSTALL);
  const pom = await readFile(POM);
  const home = join(cache, 'verapdf', createHash('sha256').update(pom).digest('hex').slice(0, 16));
  if (await exists(join(home, JAR))) return { value: home, problems: [] };
  progress.stage('Fetching veraPDF (once, 10 MB)');
  return fetchJars(home, pom, run);
}

/** Works in a folder of this process's own, then moves it into place: a reader sees either nothing or a whole jar. */
async function fetchJars(home: string, pom: Uint8Array, run: RunProgram): Promise<Checked<string>> {
  await mkdir(dirname(home), { recursive: true });
  const workplace = await mkdtemp(`${home}.partial-`);
  try {
    await writeFile(join(workplace, 'pom.xml'), pom);
    const maven = await run('mvn', FETCH, { cwd: workplace });
    if (!maven) return notChecked('Maven, which fetches veraPDF, is not installed.', INSTALL);
    if (maven.code !== 0 || !(await exists(join(workplace, JAR)))) {
      const fix =
        'check the internet connection (Maven has proxy settings of its own) and run npm run check:pdf again.';
      return notChecked(`Maven could not fetch veraPDF: ${firstLine(maven.stdout + maven.stderr)}`, fix);
    }
    await moveIntoPlace(workplace, home, JAR);
    return { value: home, problems: [] };
  } finally {
    await rm(workplace, { recursive: true, force: true });
  }
}

function notChecked(why: string, fix: string): { problems: Problem[] } {
  return { problems: [error('veraPDF', `The PDFs were NOT checked. ${why}`, fix)] };
}

function firstLine(output: string): string {
  return stripVTControlCharacters(output).trim().split('\n')[0] || '(it does not say why)';
}

/**
 * Checks files, named by absolute paths, by every profile. `home` is the folder that {@link findVeraPdf} gave.
 * The run is bad exactly when there are problems; the summary is for a person to read.
 */
export async function checkByProfiles(
  files: readonly string[],
  home: string,
  context: CheckContext,
): Promise<{ problems: Problem[]; summary: string[] }> {
  const problems: Problem[] = [];
  const summary: string[] = [];
  for (const profile of PROFILES) {
    context.progress.stage(`Checking ${counted(files.length, 'PDF')} by ${profile.name}`);
    const started = performance.now();
    const outcome = await checkByProfile(profile, files, home, context);
    problems.push(...outcome.problems, ...problemsOf(profile, outcome.verdicts, context.base));
    summary.push(...summaryOf(profile, outcome.verdicts, files.length, performance.now() - started));
  }
  return { problems: sortProblems(problems), summary };
}

/** Each batch of files has a Java of its own: starting one takes a second, a file a quarter of it. */
async function checkByProfile(
  profile: Profile,
  files: readonly string[],
  home: string,
  { progress, base, run = runProgram }: CheckContext,
): Promise<Outcome> {
  const outcome: Outcome = { verdicts: [], problems: [] };
  for (let start = 0; start < files.length; start += BATCH) {
    const batch = files.slice(start, start + BATCH);
    const onOutput = (stdout: string) => {
      const done = jobsIn(stdout);
      if (done > 0) progress.step(relative(base, batch[done - 1] ?? ''), start + done, files.length);
    };
    const ended = (await run('java', [...argumentsFor(profile, home), ...batch], { onOutput })) ?? JAVA_IS_GONE;
    const { verdicts, problems } = readRun(ended, batch, profile);
    outcome.verdicts.push(...verdicts);
    outcome.problems.push(...problems);
  }
  return outcome;
}

function argumentsFor({ flavour }: Profile, home: string): string[] {
  // veraPDF puts a folder of settings into the user's home: it gets one of its own, and reads nobody else's.
  const java = [`-Duser.home=${home}`, '-cp', join(home, JAR), MAIN_CLASS];
  // All places of a broken rule are counted, whatever the number that is shown.
  return [...java, '-f', flavour, '--format', 'json', '--maxfailuresdisplayed', '1'];
}

/** veraPDF writes the report as it goes: this begins each file that is done. */
function jobsIn(stdout: string): number {
  return stdout.split('"itemDetails"').length - 1;
}
