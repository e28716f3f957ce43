import type { Problem } from '../../src/problem.ts';

/** What a page of `handouts dev` is told: at once, and whenever something changes. */
export interface DevEvent {
  /** The page is another one now. */
  isChanged: boolean;
  problems: readonly Problem[];
}
