import type { Change, Handout, HandoutText } from '../../src/handout/handout.ts';
import { sampleHandout, sampleText } from './sample-handout.ts';

/** An edition of a source: its Markdown, and what its author said of the change that led to it. */
export interface SampleEdition {
  body: string;
  change?: Change;
  sections?: Record<string, Change>;
  /** Not among the kept ones. */
  isLost?: boolean;
}

/**
 * A handout whose source has had several editions, the oldest first, with one Spanish translation.
 * @param now the source as it is, if it has changed since the newest of them
 */
export function sampleEditions(
  editions: readonly SampleEdition[],
  translation: { body: string; edition: number; madeFrom?: Record<string, string> },
  now?: string,
): { handout: Handout; text: HandoutText } {
  const texts = editions.map(({ body }, index) =>
    sampleText('en', body, { edition: index + 1, file: `editions/${index + 1}.md` }),
  );
  const source = sampleText('en', now ?? editions.at(-1)?.body ?? '', { edition: editions.length });
  const { body, ...change } = translation;
  const text = sampleText('es', body, change);
  const kept = texts.filter((_, index) => !editions[index]?.isLost);
  const handout: Handout = {
    ...sampleHandout(source, text),
    edition: editions.length,
    editions: new Map(kept.map((each) => [each.edition, each])),
    revisions: editions
      .map(({ change: kind = 'meaning', sections }, index) => ({
        ...{ edition: index + 1, date: `2026-11-0${index + 1}`, change: kind, note: `Note ${index + 1}.` },
        ...(sections && { sections }),
      }))
      .reverse(),
  };
  return { handout, text };
}
