import type { Translate } from '../i18n/messages.ts';
import { compareText } from '../problem.ts';
import {
  type NextStep,
  type SectionStatus,
  type SourceHandoutStatus,
  type TranslationStatus,
  URGENCIES,
  type Urgency,
  type WordsStatus,
} from './status.ts';

/** What must be known to say what to do next with the translations of a language. */
export interface StepContext {
  locale: string;
  /** Of the language that staff read. */
  t: Translate;
  /** Days of the newest edition of each handout, by its id. */
  dates: ReadonlyMap<string, string>;
}

/** Says what is to be done next for a language, the most urgent first, and of the same urgency the oldest. */
export function nextSteps(
  handouts: readonly TranslationStatus[],
  words: WordsStatus,
  context: StepContext,
): NextStep[] {
  const ofHandouts = handouts.flatMap((handout) => stepsFor(handout, context));
  return sortSteps([...ofHandouts, ...wordsSteps(words, context)]);
}

/** Says what is to be done for the source itself. */
export function sourceSteps(handouts: readonly SourceHandoutStatus[], locale: string, t: Translate): NextStep[] {
  const open = handouts.filter(({ state }) => state !== 'reviewed');
  return sortSteps(
    open.map(({ id, title, date, review }): NextStep => {
      const says = review
        ? t('staff.nextSourceExpired', { handout: title, name: review.name, date: review.date })
        : t('staff.nextSourceReview', { handout: title });
      const command = `npx handouts review ${locale} ${id}`;
      return { urgency: 'review', handout: id, sections: [], since: date, says, command };
    }),
  );
}

/** Orders steps by their urgency, then by the day since when they wait; else they stay in their order. */
export function sortSteps<Step extends NextStep>(steps: readonly Step[]): Step[] {
  return steps.toSorted(compareSteps);
}

/** The more urgent first, then what waits since an earlier day; what has no day is behind what has one. */
export function compareSteps(a: NextStep, b: NextStep): number {
  return URGENCIES.indexOf(a.urgency) - URGENCIES.indexOf(b.urgency) || compareDays(a.since, b.since);
}

function compareDays(a: string | null, b: string | null): number {
  return a === null || b === null ? Number(a === null) - Number(b === null) : compareText(a, b);
}

function stepsFor(handout: TranslationStatus, context: StepContext): NextStep[] {
  if (handout.file === null) return [untranslatedStep(handout, context)];
  const { file } = handout;
  const changes = (['safety', 'meaning', 'wording'] as const).flatMap((change) => {
    const sections = handout.sections.filter((section) => section.change === change);
    return sections.length > 0 ? [staleStep(change, { ...handout, file }, sections, context)] : [];
  });
  return [...changes, ...reviewSteps(handout, context)];
}

function untranslatedStep({ handout, title }: TranslationStatus, { locale, t, dates }: StepContext): NextStep {
  const says = t('staff.nextUntranslated', { handout: title });
  const command = `npx handouts translate export ${locale} ${handout}`;
  return { urgency: 'untranslated', handout, sections: [], since: dates.get(handout) ?? null, says, command };
}

const STALE_SENTENCES: Record<Extract<Urgency, 'safety' | 'meaning' | 'wording'>, string> = {
  safety: 'staff.nextSafety',
  meaning: 'staff.nextMeaning',
  wording: 'staff.nextWording',
};

function staleStep(
  urgency: keyof typeof STALE_SENTENCES,
  { handout, title, file }: TranslationStatus & { file: string },
  sections: readonly SectionStatus[],
  { t, dates }: StepContext,
): NextStep {
  const ids = sections.map(({ id }) => id);
  const days = sections.flatMap(({ since }) => since.map(({ date }) => date)).sort();
  const names = sections.map(({ name }) => `“${name}”`).join(', ');
  const says = t(STALE_SENTENCES[urgency], { handout: title, sections: names, file });
  const command = `npx handouts translate accept ${file} ${ids.join(' ')}`;
  return { urgency, handout, sections: ids, since: days[0] ?? dates.get(handout) ?? null, says, command };
}

function reviewSteps(
  { handout, title, state, review, editionDate, sections }: TranslationStatus,
  { locale, t }: StepContext,
): NextStep[] {
  if (state === 'reviewed' || state === 'notTranslated') return [];
  const step = { urgency: 'review', handout, command: `npx handouts packet ${locale} ${handout}` } as const;
  if (!review) {
    const says = t('staff.nextReview', { handout: title });
    return [{ ...step, sections: [], since: editionDate, says }];
  }
  const changed = sections.filter(({ lapsed }) => lapsed !== null).map(({ id }) => id);
  const says = t('staff.nextReviewAgain', { handout: title, name: review.name, date: review.date });
  return [{ ...step, sections: changed, since: review.date, says }];
}

function wordsSteps({ state, review }: WordsStatus, { locale, t }: StepContext): NextStep[] {
  if (state === 'reviewed') return [];
  const says = review ? t('staff.nextWordsAgain', { name: review.name, date: review.date }) : t('staff.nextWords');
  const command = `npx handouts packet ${locale} words`;
  return [{ urgency: 'review', handout: 'words', sections: [], since: review?.date ?? null, says, command }];
}
