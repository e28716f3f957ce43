import { rename, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Moves a folder that was filled beside its place into it. Another run may have been first: then its copy stays, being
 * the same.
 * @param sign a file that is only in a folder that is complete
 */
export async function moveIntoPlace(workplace: string, home: string, sign: string): Promise<void> {
  try {
    await rename(workplace, home);
  } catch (failure) {
    if (!(await exists(join(home, sign)))) throw failure;
  }
}

/** True for a file or folder that is there. */
export async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
