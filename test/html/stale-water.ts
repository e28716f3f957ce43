import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Change } from '../../src/handout/handout.ts';
import { PROJECT } from '../fixture-site.ts';

const ENGLISH = 'content/handouts/water/en.md';
const ARABIC = 'content/handouts/water/ar.md';

/** A change of the English: the words, and those that take their place. */
export type Edit = readonly [from: string, to: string];

/** Changes of the English water handout that tests are about. */
export const EDITS = {
  /** In the part {#call-same-day} of the danger box. */
  danger: ['- You cannot keep water down.', '- You cannot keep water down for 4 hours.'],
  /** In the section {#how-much}, with a table and a link. */
  amount: ['Drink **a glass of water**', 'Drink **a large glass of water**'],
  /** In the section {#ask-first}, a box of its own. */
  caution: ['ask your doctor first.', 'ask your doctor or nurse first.'],
  /** In the section {#questions}. */
  question: ['- Is tea as good as water?', '- Is tea as good as plain water?'],
  summary: ['Your body needs water every day.', 'Your body needs clean water every day.'],
  title: ['title: Drinking enough water', 'title: Drinking enough clean water'],
  heading: ['## Ask first {', '## Ask your nurse first {'],
  /** A section that no translation has. */
  section: ['## Questions to ask {', '## Cold water {#cold}\n\nCold water is as good.\n\n## Questions to ask {'],
} as const satisfies Record<string, Edit>;

/**
 * Changes that give the water handout a second edition in English; its Arabic is made from the first, or says otherwise.
 * @param sections those whose change is of another kind
 */
export async function staleWater(
  change: Change,
  edits: readonly Edit[],
  { sections, arabic = [] }: { sections?: Record<string, Change>; arabic?: readonly Edit[] } = {},
): Promise<Record<string, string>> {
  const revision = { edition: 2, date: '2026-11-23', change, ...(sections && { sections }), note: 'What is new.' };
  const second = `edition: 2\nrevisions:\n${stringify([revision], { indentSeq: true }).replaceAll(/^/gm, '  ').trimEnd()}\n`;
  return {
    [ENGLISH]: await replaced(ENGLISH, [['edition: 1\nrevisions:\n', second], ...edits]),
    ...(arabic.length > 0 && { [ARABIC]: await replaced(ARABIC, arabic) }),
  };
}

async function replaced(path: string, edits: readonly Edit[]): Promise<string> {
  let text = await readFile(join(PROJECT, 'test/fixtures/site', path), 'utf8');
  for (const [from, to] of edits) {
    if (!text.includes(from)) throw new Error(`${path} has no "${from}".`);
    text = text.replace(from, () => to);
  }
  return text;
}
