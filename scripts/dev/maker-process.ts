import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { error, type Problem } from '../../src/problem.ts';
import type { TypedOptions } from '../run-options.ts';
import type { MakerAnswer, MakerRequest } from './maker-messages.ts';

/** What was printed, or why it could not be. */
export type Printed = { bytes: Uint8Array } | { problems: Problem[] };

/** The process that makes the site, as the server sees it. */
export interface Maker {
  /** Asks for the site; earlier requests that are not answered yet will not be. @param first languages to begin with */
  make(first: string[]): void;
  print(pdf: string): Promise<Printed>;
  /** Starts the process anew: it keeps templates and languages for as long as it lives. */
  restart(): void;
  close(): void;
}

/**
 * Starts the process that makes the site. It is started again for the next request when it dies.
 * @param onAnswer told of sites and of what keeps the press from making one
 */
export function startMaker(
  typed: TypedOptions,
  onAnswer: (answer: Extract<MakerAnswer, { kind: 'site' | 'refused' }>) => void,
): Maker {
  let child: ChildProcess | undefined;
  let [nextId, making] = [1, 0];
  const prints = new Map<number, (printed: Printed) => void>();

  const onMessage = (answer: MakerAnswer): void => {
    const print = prints.get(answer.id);
    if (answer.kind === 'printed') print?.(answer);
    else if (print && answer.kind === 'refused') print(answer);
    else if (answer.id === making) onAnswer(answer);
    if (answer.kind !== 'site') prints.delete(answer.id);
  };
  const start = (): ChildProcess => {
    const started = fork(join(import.meta.dirname, 'site-maker.ts'), [], {
      execArgv: ['--import', import.meta.resolve('tsx')],
      serialization: 'advanced',
      // Eleventy tells how long its filters took, whatever it is asked.
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let lastWords = '';
    started.stderr?.setEncoding('utf8').on('data', (text: string) => (lastWords = text.trim() || lastWords));
    started.on('message', (answer) => onMessage(answer as MakerAnswer));
    started.on('exit', (code, signal) => {
      if (child !== started) return;
      child = undefined;
      const problems = [death(signal ?? `exit code ${code}`, lastWords.split('\n').at(-1) ?? '')];
      for (const id of [...prints.keys()]) onMessage({ kind: 'refused', id, problems });
      onAnswer({ kind: 'refused', id: making, problems });
    });
    return started;
  };
  const ask = (request: MakerRequest): void => {
    child ??= start();
    child.send(request);
  };
  const stop = (): void => {
    const stopped = child;
    child = undefined;
    stopped?.kill();
    const problems = [error('preview', 'The press was started anew meanwhile.', 'load the page again.')];
    for (const id of [...prints.keys()]) onMessage({ kind: 'refused', id, problems });
  };
  return {
    make: (first) => ask({ kind: 'make', id: (making = nextId++), typed, first }),
    print: (pdf) =>
      new Promise((resolve) => {
        const id = nextId++;
        prints.set(id, resolve);
        ask({ kind: 'print', id, pdf });
      }),
    restart: stop,
    close: stop,
  };
}

function death(how: string, lastWords: string): Problem {
  const what = `The process that makes the pages ended (${how}). It last said: ${lastWords || 'nothing'}`;
  return error('handouts dev', what, 'save any file to start it again; if it ends again, look at the free memory.');
}
