import { error, type Problem } from '../src/problem.ts';

/** Tells a failure that nobody foresaw, such as a full disk, without its stack. */
export function explainUnexpected(failure: unknown): Problem {
  const said = failure instanceof Error ? failure.message : String(failure);
  const what = `Something went wrong that the press did not expect: ${said}`;
  const fix =
    'run the same command with --debug. If what it then says does not tell you why, please report it with those lines: it is a fault of the press, not of your content.';
  return error('handouts', what, fix);
}
