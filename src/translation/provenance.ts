import type { Handout, HandoutText } from '../handout/handout.ts';
import { clinicalState, translationState } from './review-state.ts';

/** Somebody who translated or reviewed a text, as its front matter says. */
export interface Person {
  name: string;
  qualification: string;
}

/** A review as its front matter says, and whether it still holds for the whole text. */
export interface Review extends Person {
  /** ISO date. */
  date: string;
  /** Of the English that was read. */
  edition: number;
  isValid: boolean;
}

/** Where the words of a text come from: what a sheet, its page and its card say of it. */
export interface Provenance {
  /** Who made the first draft of a translation; nothing for the source. */
  madeBy?: 'computer' | 'person';
  translator?: Person;
  /** The review of the translation, with whether the reviewer also judged that it fits its readers' culture. */
  review?: Review & { culture: boolean };
  /** The clinician has read the source; so it is told of a translation only once a reviewer found that it says the same. */
  clinicalReview?: Review;
}

/** Gathers what the front matter says of the origin of a text. */
export function provenanceOf(handout: Handout, text: HandoutText): Provenance {
  const { translation } = text;
  const { review } = handout;
  const own = translationState(handout, text).state;
  const isFaithful = own === 'original' || own === 'reviewed';
  const clinicalReview = review.state === 'reviewed' &&
    isFaithful && { ...reviewOf(review), isValid: clinicalState(handout).state === 'reviewed' };
  if (!translation) return { ...(clinicalReview && { clinicalReview }) };
  if (translation.state === 'machine-draft') return { madeBy: 'computer' };
  const translator = translation.translator && { translator: translation.translator };
  if (translation.state === 'human-draft') return { madeBy: 'person', ...translator };
  return {
    madeBy: translation.madeBy === 'machine' ? 'computer' : 'person',
    ...translator,
    review: { ...reviewOf(translation), isValid: own === 'reviewed', culture: translation.culture === true },
    ...(clinicalReview && { clinicalReview }),
  };
}

function reviewOf({ name, qualification, date, edition }: Omit<Review, 'isValid'>): Omit<Review, 'isValid'> {
  return { name, qualification, date, edition };
}
