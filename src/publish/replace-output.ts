import { openOutput, type Output } from './open-output.ts';
import { PressError } from '../problem.ts';

/**
 * Puts a whole new output in the place of the old one, or nothing at all: whatever goes wrong while it is filled, the
 * last good output stays and nothing is left beside it.
 * @param fill writes all files, the manifest among them
 * @throws {PressError} when the folder is not one of ours or cannot be written; else whatever `fill` throws
 */
export async function replaceOutput<T>(folder: string, fill: (output: Output) => Promise<T> | T): Promise<T> {
  const output = await openOutput(folder);
  try {
    const filled = await fill(output);
    await output.commit();
    return filled;
  } catch (failure) {
    await output.discard().catch((second: unknown) => {
      throw withProblemsOf(failure, second);
    });
    throw failure;
  }
}

/** What went wrong first, and that something was left behind. */
function withProblemsOf(first: unknown, second: unknown): unknown {
  const areProblems = first instanceof PressError && second instanceof PressError;
  return areProblems ? new PressError([...first.problems, ...second.problems]) : first;
}
