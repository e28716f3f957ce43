import { Command } from 'commander';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { runProgram } from '../../scripts/run-program.ts';
import type { Terminal } from '../../scripts/terminal.ts';
import { error, PressError, warning } from '../../src/problem.ts';
import { STACK_TRACE } from './run-handouts.ts';

afterEach(() => vi.restoreAllMocks());

/** Runs a program whose only command does what a test wants, and gives all that it wrote. */
async function run(act: (terminal: Terminal) => void, ...args: string[]) {
  const written = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    vi.spyOn(process[name], 'write').mockImplementation((text) => ((written[name] += String(text)), true));
  }
  vi.spyOn(console, 'error').mockImplementation((failure: Error) => (written.stderr += failure.stack));
  const create = (terminal: Terminal): Command => {
    const program = new Command('handouts').option('--json').option('--quiet').option('--no-color').option('--debug');
    program.command('act').action(() => act(terminal));
    return program.exitOverride();
  };
  const code = await runProgram(['act', '--no-color', ...args], create);
  return { code, ...written };
}

const fail = () => {
  throw new Error('ENOSPC: no space left on device');
};
const refuse = () => {
  throw new PressError([error('a.md', 'It is wrong.', 'correct it.')]);
};

describe('a command', () => {
  it('that did its work ends with 0, also with warnings', async () => {
    const { code, stdout } = await run((terminal) => terminal.problems([warning('a.md', 'It is old.', 'renew it.')]));
    expect([code, stdout]).toEqual([0, 'warning a.md\n  It is old.\n  To mend it: renew it.\n']);
  });

  it('that told an error ends with 1, and so does one that was stopped by errors, which are counted', async () => {
    const told = await run((terminal) => terminal.problems([error('a.md', 'It is wrong.', 'correct it.')]));
    expect(told.code).toBe(1);
    const stopped = await run(refuse);
    expect(stopped).toEqual({
      code: 1,
      stdout: 'error a.md\n  It is wrong.\n  To mend it: correct it.\n1 problem.\n',
      stderr: '',
    });
  });

  it('that fails as nobody foresaw ends with 3 and a sentence, without its stack', async () => {
    const { code, stdout, stderr } = await run(fail);
    expect(stderr).toMatch(/^error handouts\n {2}Something went wrong .*no space left.*\n {2}To mend it: .*--debug/);
    expect(stderr).not.toMatch(STACK_TRACE);
    expect([code, stdout]).toEqual([3, '']);
  });

  it('tells the stack of such a failure when asked', async () => {
    expect((await run(fail, '--debug')).stderr).toMatch(STACK_TRACE);
  });

  it('tells a program all this as JSON, on stdout and nowhere else', async () => {
    const failed = await run(fail, '--json');
    expect(JSON.parse(failed.stdout)).toMatchObject({ ok: false, problems: [{ where: { file: 'handouts' } }] });
    const stopped = await run(refuse, '--json');
    expect(JSON.parse(stopped.stdout)).toMatchObject({ ok: false, problems: [{ what: 'It is wrong.' }] });
    const done = await run((terminal) => terminal.answer({ sheets: 2 }), '--json');
    expect(JSON.parse(done.stdout)).toEqual({ ok: true, problems: [], result: { sheets: 2 } });
    expect(failed.stderr + stopped.stderr + done.stderr).toBe('');
  });
});
