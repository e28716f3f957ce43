import { error, type Problem } from '../problem.ts';
import type { NewReview } from './record-review.ts';

/**
 * Checks what a person says of a review, before anything is looked up.
 * @param today ISO date: nobody has read anything tomorrow
 */
export function checkNewReview({ name, qualification, date }: NewReview, today: string): Problem[] {
  const problems: Problem[] = [];
  if (name.trim() === '') problems.push(error('--name', 'The name is empty.', 'give the reviewer’s full name.'));
  if (qualification.trim() === '') {
    const fix = 'say what makes the reviewer qualified, such as "certified medical interpreter".';
    problems.push(error('--qualification', 'The qualification is empty.', fix));
  }
  if (!isDay(date)) {
    problems.push(error('--date', `"${date}" is not a date.`, 'write the day of the review like 2026-11-23.'));
  } else if (date > today) {
    problems.push(error('--date', `${date} is still to come; today is ${today}.`, 'give the day of the review.'));
  }
  return problems;
}

/** The engine takes 30 February for 2 March. */
function isDay(date: string): boolean {
  const isShaped = /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(date));
  return isShaped && new Date(date).toISOString().startsWith(date);
}
