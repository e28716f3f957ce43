import { edited } from '../bad-input/problems-of.ts';

const ENGLISH = 'content/handouts/walking/en.md';

/**
 * Changes that give the walking handout three editions, the last for safety, in its last section. English is of the third;
 * Arabic of the second, unless said otherwise.
 */
export async function withThreeEditions(arabic = 2): Promise<Record<string, string>> {
  const english = await edited(
    ENGLISH,
    /edition: 2\nrevisions:\n/,
    `edition: 3
revisions:
  - edition: 3
    date: 2026-11-22
    change: safety
    note: Stop & call if your chest <hurts>.
`,
  );
  english[ENGLISH] = english[ENGLISH]?.replace('Walk in the light.', 'Walk in the light. Rest when it hurts.') ?? '';
  if (arabic === 2) return english;
  return { ...english, ...(await edited('content/handouts/walking/ar.md', 'edition: 2', `edition: ${arabic}`)) };
}
