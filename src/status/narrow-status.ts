import type { NextStep, Status } from './status.ts';

/** Leaves of a status one language, one handout, or one handout in one language. */
export function narrowStatus(status: Status, { language, handout }: { language?: string; handout?: string }): Status {
  const isWanted = (id: string): boolean => handout === undefined || id === handout;
  const stepsOf = (steps: readonly NextStep[]): NextStep[] => steps.filter((step) => isWanted(step.handout));
  const languages = status.languages
    .filter(({ tag }) => language === undefined || tag === language)
    .map((one) => ({
      ...one,
      handouts: one.handouts.filter((each) => isWanted(each.handout)),
      next: stepsOf(one.next),
    }));
  const { source } = status;
  const sourceHandouts = source.handouts.filter(({ id }) => isWanted(id));
  const isSourceAsked = language === undefined || language === source.tag;
  return {
    ...status,
    source: { ...source, handouts: sourceHandouts, next: isSourceAsked ? stepsOf(source.next) : [] },
    languages,
  };
}
