import { access, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { error, PressError, type Problem } from '../problem.ts';
import type { Scaffold, ScaffoldFile } from './scaffold.ts';

/**
 * Writes new files into a project, all of them or none. What is there is never overwritten.
 * @param root folder that holds `content` and `locales`
 * @throws {PressError} if one of the files is there already
 */
export async function writeScaffold({ files, append }: Scaffold, root: string): Promise<void> {
  const problems = (await Promise.all(files.map((file) => findFile(file, root)))).flat();
  if (problems.length > 0) throw new PressError(problems);
  const made: string[] = [];
  try {
    for (const { path, text } of files) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), text, { flag: 'wx' });
      made.push(join(root, path));
    }
    if (append) await appendText(append, root);
  } catch (failure) {
    await Promise.all(made.map((file) => rm(file, { force: true })));
    throw failure;
  }
}

async function findFile({ path }: ScaffoldFile, root: string): Promise<Problem[]> {
  const isThere = await access(join(root, path)).then(
    () => true,
    () => false,
  );
  return isThere ? [error(path, 'This file is there already.', 'choose another name, or work on this file.')] : [];
}

async function appendText({ path, text }: ScaffoldFile, root: string): Promise<void> {
  const before = await readFile(join(root, path), 'utf8');
  await writeFile(join(root, path), `${before}${before.endsWith('\n') ? '' : '\n'}${text}`);
}
