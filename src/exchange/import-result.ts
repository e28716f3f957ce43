import type { Problem } from '../problem.ts';

/** New words for a passage. */
export interface PassageChange {
  /** File they will stand in, from the project's root. */
  file: string;
  id: string;
  /** Nothing where there was no translation. */
  before?: string;
  after: string;
}

/** What an import makes of one file. */
export interface FileImport {
  file: string;
  /** The whole file as it will be; nothing if it stays as it is. */
  after?: string;
  changes: PassageChange[];
  /** Sections that now say what the source said in some edition they did not say before. */
  renewed: string[];
  problems: Problem[];
}
