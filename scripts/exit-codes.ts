/** What the command tells the shell when it ends; the same for every command. */
export const EXIT = {
  done: 0,
  /** The content, or what was made of it, has errors. */
  contentErrors: 1,
  /** The command line is wrong: nothing was tried. */
  wrongUse: 2,
  /** A fault of the press, or packages that are not installed. */
  unexpected: 3,
} as const;

/** One of {@link EXIT}. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** How the help explains them. */
export const EXIT_CODES_HELP = `Exit codes:
  0  done; there may be warnings
  1  the content has errors
  2  the command line is wrong, and nothing was done
  3  something unexpected: a fault of the program, not of the content
`;
