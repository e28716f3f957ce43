import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkByProfiles, findVeraPdf, runProgram, type RunProgram } from '../../scripts/verapdf.ts';
import { type Ended, PROFILES } from '../../scripts/verapdf-report.ts';
import { formatProblem } from '../../src/problem.ts';

const ended = (stdout: string, code: number | null = 0, stderr = ''): Ended => ({ code, stdout, stderr });

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verapdf-'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

/** Stands in for a machine: what `java -version` and Maven end with, and what was run on it. */
function machine({ java, mvn }: { java?: Ended; mvn?: Ended & { isEmpty?: boolean } }) {
  const ran: string[] = [];
  const run: RunProgram = async (program, _args, { cwd = '' } = {}) => {
    ran.push(program);
    if (program === 'java') return java;
    if (mvn?.code === 0 && !mvn.isEmpty) await writeFile(join(cwd, 'greenfield-apps.jar'), '');
    return mvn;
  };
  return { run, ran, progress: { stage: (name: string) => ran.push(name), step: () => {} } };
}

describe('finding veraPDF', () => {
  const done = ended('');
  const refusal = async (given: Parameters<typeof machine>[0]): Promise<string> => {
    const { value, problems } = await findVeraPdf(folder, machine(given));
    expect(value).toBeUndefined();
    return problems.map(formatProblem).join('\n');
  };

  it('says that nothing was checked, and what to install, without Java or Maven', async () => {
    expect(await refusal({ mvn: done })).toBe(
      'error veraPDF\n  The PDFs were NOT checked. Java is not installed.\n  To mend it: install Java (11 or newer) and Maven (3.6.3 or newer), on Debian or Ubuntu by: apt install default-jre-headless maven. Then run npm run check:pdf again.',
    );
    expect(await refusal({ java: done })).toContain('NOT checked. Maven, which fetches veraPDF, is not installed.\n');
  });

  it('takes a Java that does not run for none', async () => {
    const java = ended('', 1, 'Unable to locate a Java Runtime.\nPlease visit a website.\n');
    expect(await refusal({ java })).toContain('NOT checked. Java does not run: Unable to locate a Java Runtime.\n');
  });

  it('says why Maven could not fetch it, and leaves nothing behind', async () => {
    const mvn = ended('\u001b[0m[ERROR] Could not find artifact\n[ERROR] Re-run Maven', 1);
    const words = await refusal({ java: done, mvn });
    expect(words).toContain('NOT checked. Maven could not fetch veraPDF: [ERROR] Could not find artifact\n');
    expect(words).toContain('To mend it: check the internet connection');
    expect(await refusal({ java: done, mvn: { ...done, isEmpty: true } })).toContain('(it does not say why)');
    expect(await readdir(join(folder, 'verapdf'))).toEqual([]);
  });

  it('fetches it once, and then needs no Maven', async () => {
    const first = machine({ java: done, mvn: done });
    const { value: home = '', problems } = await findVeraPdf(folder, first);
    expect(problems).toEqual([]);
    expect(first.ran).toEqual(['java', 'Fetching veraPDF (once, 10 MB)', 'mvn']);
    expect(await readdir(join(folder, 'verapdf'))).toEqual([basename(home)]);
    expect((await readdir(home)).sort()).toEqual(['greenfield-apps.jar', 'pom.xml']);
    const second = machine({ java: done });
    expect(await findVeraPdf(folder, second)).toEqual({ value: home, problems: [] });
    expect(second.ran).toEqual(['java']);
  });

  it('keeps what another run fetched meanwhile', async () => {
    const { value: home = '' } = await findVeraPdf(folder, machine({ java: done, mvn: done }));
    await rm(home, { recursive: true });
    const { run, progress } = machine({ java: done, mvn: done });
    const slow: RunProgram = async (...given) => {
      if (given[0] === 'mvn') {
        await mkdir(home);
        await writeFile(join(home, 'greenfield-apps.jar'), '');
      }
      return run(...given);
    };
    expect(await findVeraPdf(folder, { run: slow, progress })).toEqual({ value: home, problems: [] });
    expect(await readdir(dirname(home))).toEqual([basename(home)]);
  });
});

describe('checking the PDFs', () => {
  const many = Array.from({ length: 160 }, (_, index) => `/site/print/${index}.pdf`);
  const job = (name: string, isCompliant: boolean) => ({
    itemDetails: { name },
    validationResult: [
      {
        jobEndStatus: 'normal',
        compliant: isCompliant,
        details: {
          ruleSummaries: isCompliant
            ? []
            : [{ clause: '7.1', testNumber: 5, description: 'It shall not.', failedChecks: 2, checks: [] }],
        },
      },
    ],
  });

  /** A veraPDF that passes all files by all profiles, but for one of each. */
  async function check(files: string[], broken: { flavour: string; file: string }[] = []) {
    const runs: string[][] = [];
    const told: string[] = [];
    const run: RunProgram = (_program, args, { onOutput } = {}) => {
      runs.push([...args]);
      const flavour = args[args.indexOf('-f') + 1];
      const own = args.filter((arg) => arg.endsWith('.pdf'));
      const jobs = own.map((name) => job(name, !broken.some((pair) => pair.flavour === flavour && pair.file === name)));
      const stdout = JSON.stringify({ report: { jobs } });
      for (let length = 0; length < stdout.length; length += 5000) onOutput?.(stdout.slice(0, length));
      return Promise.resolve(ended(stdout, broken.length > 0 ? 1 : 0));
    };
    const progress = {
      stage: (name: string) => told.push(name),
      step: (id: string, done: number, total: number) => told.push(`${id} ${done}/${total}`),
    };
    const result = await checkByProfiles(files, folder, { run, progress, base: '/site' });
    return { ...result, runs, told };
  }

  it('gives veraPDF every file once by each profile, and no command line that is too long', async () => {
    const { runs, problems, summary } = await check(many);
    expect(runs).toHaveLength(3 * PROFILES.length);
    expect(runs.flat().filter((arg) => arg.endsWith('.pdf'))).toEqual([...many, ...many]);
    expect(problems).toEqual([]);
    expect(summary.map((line) => line.replace(/[\d.]+ s/, 'n s'))).toEqual([
      'PDF/UA-1: 160 of 160 PDFs passed (n s)',
      'PDF/A-2a: 160 of 160 PDFs passed (n s)',
    ]);
  });

  it('runs veraPDF away from the home of the user', async () => {
    const { runs } = await check(['/site/a.pdf']);
    expect(runs[0]).toEqual([
      `-Duser.home=${folder}`,
      ...['-cp', join(folder, 'greenfield-apps.jar'), 'org.verapdf.apps.GreenfieldCliWrapper'],
      ...['-f', 'ua1', '--format', 'json', '--maxfailuresdisplayed', '1', '/site/a.pdf'],
    ]);
  });

  it('tells how far it is while veraPDF writes its report', async () => {
    const { told } = await check(many);
    expect(told[0]).toBe('Checking 160 PDFs by PDF/UA-1');
    expect(told).toContain('Checking 160 PDFs by PDF/A-2a');
    const steps = told.map((line) => Number(/^print\/\d+\.pdf (\d+)\/160$/.exec(line)?.[1] ?? 0));
    expect(steps.filter((step) => step > 75 && step <= 150).length).toBeGreaterThan(1);
    for (const [index, step] of steps.entries()) if (step > 0) expect(told[index]).toContain(`/${step - 1}.pdf`);
  });

  it.each([
    ['ua1', 'PDF/UA-1'],
    ['2a', 'PDF/A-2a'],
  ])('finds a problem in the file that fails by %s', async (flavour, name) => {
    const { problems, summary } = await check(['/site/a.pdf', '/site/b.pdf'], [{ flavour, file: '/site/b.pdf' }]);
    expect(problems).toMatchObject([
      { level: 'error', where: { file: 'b.pdf' }, what: `${name}, clause 7.1, test 5, broken 2 times: It shall not.` },
    ]);
    expect(summary).toContain('  1 PDF: clause 7.1, test 5: It shall not.');
  });

  it('finds a problem where Java went away', async () => {
    const { run, progress } = machine({});
    const { problems, summary } = await checkByProfiles(['/site/a.pdf'], folder, { run, progress, base: '/site' });
    expect(problems).toHaveLength(PROFILES.length);
    expect(summary[0]).toContain('0 of 1 PDF passed, 1 NOT checked');
  });
});

describe.skipIf(process.platform === 'win32')('running a program', () => {
  it('gives what it wrote and how it ended, and passes its output on meanwhile', async () => {
    const java = join(folder, 'java');
    await writeFile(java, '#!/bin/sh\necho "$1 in $PWD"\necho bad >&2\nexit 7\n');
    await chmod(java, 0o755);
    vi.stubEnv('PATH', `${folder}:${process.env.PATH}`);
    const onOutput = vi.fn();
    const result = await runProgram('java', ['-x'], { cwd: '/', onOutput });
    expect(result).toEqual({ code: 7, stdout: '-x in /\n', stderr: 'bad\n' });
    expect(onOutput).toHaveBeenLastCalledWith('-x in /\n');
  });

  it('gives nothing if there is no such program', async () => {
    vi.stubEnv('PATH', folder);
    expect(await runProgram('java', ['-version'])).toBeUndefined();
    expect(await runProgram('mvn', ['-version'])).toBeUndefined();
  });
});
