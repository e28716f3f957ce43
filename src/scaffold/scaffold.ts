/** Files that somebody begins new work with. */
export interface Scaffold {
  /** Files to make, by path from the project's root. */
  files: ScaffoldFile[];
  /** Text for the end of a file that is there already. */
  append?: ScaffoldFile;
  /** What to do next, in order, one sentence each. */
  next: string[];
}

/** A file and its text. */
export interface ScaffoldFile {
  path: string;
  text: string;
}

/** A value as YAML takes it whatever is in it: every JSON string is one of YAML (YAML 1.2.2, section 1.2). */
export function quoted(value: string): string {
  return JSON.stringify(value);
}
