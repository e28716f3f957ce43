import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder that all test files of a run share: `shipped-content.ts` prints into it. */
    shippedFolder: string;
  }
}

/** Makes the folder before the first test file of a run, and removes it after the last. */
export default function provideShippedFolder(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'handout-press-shipped-'));
  const clear = () => rmSync(folder, { recursive: true, force: true });
  project.provide('shippedFolder', folder);
  // While vitest watches, what was printed before a change does not hold for the next run.
  project.onTestsRerun(clear);
  return clear;
}
