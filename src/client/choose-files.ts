/** A file that can be chosen. */
export interface OfferedFile {
  language: string;
  handout: string;
  form: string;
  /** Where it is loaded from. */
  address: string;
  /** What staff call it. */
  title: string;
  bytes: number;
}

/** The files that are in a chosen language, of a chosen handout and in a chosen form, in the order they are offered. */
export function chooseFiles(
  offered: readonly OfferedFile[],
  chosen: Record<'language' | 'handout' | 'form', readonly string[]>,
): OfferedFile[] {
  return offered.filter(
    ({ language, handout, form }) =>
      chosen.language.includes(language) && chosen.handout.includes(handout) && chosen.form.includes(form),
  );
}
