import { placeholder } from '../placeholder.ts';
import { quoted, type Scaffold } from './scaffold.ts';

/** What is known of a handout before it is written. */
export interface NewHandout {
  id: string;
  title?: string;
  /** Two to six capital letters or digits; made from the id if there is none. */
  code?: string;
  /** Codes of the other handouts. */
  takenCodes: readonly string[];
  /** ISO date of its first edition. */
  today: string;
  sourceLocale: string;
}

/** A handout with the sections that readers need first: danger signs, what it is, what to do, what to ask. */
export function newHandout({ id, title, code, takenCodes, today, sourceLocale }: NewHandout): Scaffold {
  const path = `content/handouts/${id}/${sourceLocale}.md`;
  const text = `---
title: ${quoted(title ?? placeholder('The title, in words that patients use'))}
summary: ${quoted(placeholder('Two or three sentences: what this is about, why it matters, and what to do first.'))}
# Printed on every page; staff know the handout by it. It never changes.
code: ${code ?? codeFor(id, takenCodes)}
edition: 1
revisions:
  - edition: 1
    date: ${today}
    change: meaning
    note: First edition.
# When a clinician has checked the text: state: reviewed, with name, qualification and date.
review:
  state: unreviewed
sources:
  - ${quoted(placeholder('Where the facts are from, one line each'))}
---

## Danger signs {#danger-signs .danger}

### Call {{emergency}} or go to the emergency room now {#call-now .emergency}

- ${placeholder('A sign that cannot wait. If there is none, delete this part.')}

### Call a doctor or clinic the same day {#call-same-day .urgent}

- ${placeholder('A sign that cannot wait until the next visit. If there is none, delete this part.')}

## What it is {#what-it-is}

${placeholder('Say it in short sentences, and explain every medical word.')}

## What you can do {#what-you-can-do}

1. ${placeholder('The first step')}
2. ${placeholder('The next step')}

## Questions to ask {#questions .checklist}

- ${placeholder('A question to take to the next visit')}
`;
  return {
    files: [{ path, text }],
    next: [
      `Write the text in ${path}: replace every ${placeholder('…')}. Keep the ids in braces, {#like-this}: translations are matched by them.`,
      'Look at it while you write: npm run dev',
      `When it is written, keep its words as edition 1, which translations are made from: npx handouts edition ${id}`,
      'Check it: npx handouts check',
      'Start a translation: npx handouts translate export es',
    ],
  };
}

/**
 * A code that no other handout has: the first letters of the id, then with a digit.
 *
 *     codeFor('free-screening', ['FRE'])  ->  FRE2
 */
export function codeFor(id: string, taken: readonly string[]): string {
  const letters = id.replaceAll('-', '').toUpperCase().replace(/^\d+/, '');
  const stem = letters.slice(0, 3).padEnd(2, 'X');
  const numbers = Array.from({ length: taken.length + 1 }, (_, index) => (index === 0 ? '' : String(index + 1)));
  return numbers.map((number) => stem + number).find((code) => !taken.includes(code)) ?? stem;
}
