import { join, sep } from 'node:path';
import type { Problem } from '../../src/problem.ts';
import { counted } from '../counted.ts';
import { readRunOptions, type TypedOptions } from '../run-options.ts';
import { paintProblem, type Terminal } from '../terminal.ts';
import { createLiveSite } from './live-site.ts';
import type { MakerAnswer } from './maker-messages.ts';
import { type Maker, startMaker } from './maker-process.ts';
import { type DevServer, serve, watchFiles } from './serve.ts';

/**
 * Serves the site while it is written: each saved file makes it anew, and open pages show it. Content that cannot be
 * made into a site leaves the last good one, with the reasons over it. Ends with the process.
 * @returns the address
 * @throws {UsageError} if the port is in use
 */
export async function develop(typed: TypedOptions, port: number, terminal: Terminal): Promise<string> {
  const { root, templates } = readRunOptions(typed);
  const site = createLiveSite();
  const tellProblems = createProblemTeller(terminal);
  let started = performance.now();
  let server: DevServer | undefined;

  const onAnswer = (answer: Extract<MakerAnswer, { kind: 'site' | 'refused' }>): void => {
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    if (answer.kind === 'refused') {
      site.refuse(answer.problems);
      tellProblems(answer.problems);
      terminal.tell(`The last good site stays (${seconds} s).`);
    } else {
      const { urls, isEverywhere } = site.accept(answer);
      if (answer.isWhole) tellProblems(answer.problems);
      const what = `${counted(urls.length, 'page')} changed${isEverywhere ? ', and the styles or scripts of all' : ''}`;
      terminal.tell(`${what} (${seconds} s${answer.isWhole ? '' : ', more to come'})`);
    }
    server?.announce();
  };
  const maker: Maker = startMaker(typed, onAnswer);
  process.once('exit', () => maker.close());
  try {
    server = await serve(site, maker, port);
  } catch (failure) {
    maker.close();
    throw failure;
  }
  const { address } = server;

  const content = join(root, 'content');
  await watchFiles([content, join(root, 'locales'), templates], (files) => {
    started = performance.now();
    if (files.some((file) => !file.startsWith(content + sep))) maker.restart();
    maker.make(server?.languages() ?? []);
  });
  maker.make([]);
  return address;
}

/** Tells problems that were not just told: each saved file finds most of them again. An error does not end the command. */
function createProblemTeller(terminal: Terminal): (problems: readonly Problem[]) => void {
  let told: readonly string[] = [];
  return (problems) => {
    const texts = problems.map((problem) => paintProblem(problem, terminal.colours));
    for (const text of texts) if (!told.includes(text)) terminal.tell(text);
    told = texts;
  };
}
