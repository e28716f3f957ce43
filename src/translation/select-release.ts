import { allSections, type Handout, type HandoutText } from '../handout/handout.ts';
import { listInWords } from '../list-in-words.ts';
import { nameUnit } from './check-editions.ts';
import { describeLapses, reviewCommand } from './check-reviews.ts';
import { freshnessOf } from './freshness.ts';
import { presentText } from './present-text.ts';
import { clinicalState, translationState } from './review-state.ts';
import { WORDS_NAMES, wordsCommand, type WordsReview } from './words-review.ts';

/** Why something is not published. */
export type LeftOutReason =
  | 'clinical-review-missing'
  | 'clinical-review-expired'
  | 'translation-not-reviewed'
  | 'translation-review-expired'
  | 'stale-safety'
  | 'stale-meaning'
  | 'words-not-reviewed'
  | 'words-review-expired'
  | 'links-to-left-out';

/** Something that a release leaves out, why, and what would let it in. */
export interface LeftOut {
  /** Id of the handout; nothing for a whole language. */
  handout?: string;
  /** Tag of the language; nothing for a handout in all languages. */
  locale?: string;
  reason: LeftOutReason;
  /** Where the reason lies in some sections: their ids, `title` or `summary`. */
  sections?: string[];
  /** From the project's root. */
  file: string;
  what: string;
  fix: string;
}

/** What may be published of the content, and what may not. */
export interface ReleaseSelection {
  /** With the texts that are reviewed and fresh. */
  handouts: Handout[];
  leftOut: LeftOut[];
}

/**
 * Selects what is reviewed and fresh: handouts whose English a clinician has reviewed, in the languages whose translation
 * and whose words around it are reviewed. What links to something left out is left out too.
 */
export function selectRelease(handouts: readonly Handout[], words: ReadonlyMap<string, WordsReview>): ReleaseSelection {
  const ofLanguages = [...words.values()].flatMap(languageReasons);
  const found = handouts.flatMap((handout) => handout.texts.map((text) => ({ handout, text })));
  const reasons = new Map(found.map(({ handout, text }) => [text, textReasons(handout, text)]));
  const isOut = (handout: Handout, text: HandoutText): boolean =>
    [text, handout.source].some((one) => (reasons.get(one) ?? []).length > 0) ||
    ofLanguages.some(({ locale }) => locale === text.locale);
  // Leaving one out may leave a link of another without an end.
  for (let isSettled = false; !isSettled;) {
    const broken = found.filter(({ handout, text }) => !isOut(handout, text) && brokenLink(handout, text));
    for (const { handout, text } of broken) {
      const target = brokenLink(handout, text) ?? '';
      reasons.set(text, [linkReason(handout, text, target)]);
    }
    isSettled = broken.length === 0;
  }
  function brokenLink(handout: Handout, text: HandoutText): string | undefined {
    return linkedHandouts(presentText(handout, text)).find((id) => {
      const target = handouts.find((other) => other.id === id);
      const linked = target?.texts.find(({ locale }) => locale === text.locale);
      return !target || !linked || isOut(target, linked);
    });
  }
  const kept = handouts
    .filter((handout) => !isOut(handout, handout.source))
    .map((handout) => ({ ...handout, texts: handout.texts.filter((text) => !isOut(handout, text)) }));
  return { handouts: kept, leftOut: [...ofLanguages, ...[...reasons.values()].flat()] };
}

function textReasons(handout: Handout, text: HandoutText): LeftOut[] {
  if (text === handout.source) return clinicalReasons(handout);
  return [...staleReasons(handout, text), ...reviewReasons(handout, text)];
}

function clinicalReasons(handout: Handout): LeftOut[] {
  const { state, lapsed } = clinicalState(handout);
  if (state === 'reviewed') return [];
  const { file, locale } = handout.source;
  const about = { handout: handout.id, file, fix: `run: ${reviewCommand(locale, handout.id)}` };
  if (state === 'unreviewed') {
    return [{ ...about, reason: 'clinical-review-missing', what: 'No clinician has reviewed the English.' }];
  }
  const what = `The clinician’s review no longer holds for all of the English: ${describeLapses(lapsed)}.`;
  return [{ ...about, reason: 'clinical-review-expired', sections: lapsed.map(({ id }) => id), what }];
}

function reviewReasons(handout: Handout, text: HandoutText): LeftOut[] {
  const { state, lapsed } = translationState(handout, text);
  if (state === 'reviewed') return [];
  const about = aboutText(handout, text, `run: ${reviewCommand(text.locale, handout.id)}`);
  if (state === 'expired') {
    const what = `The review of the translation no longer holds for all of it: ${describeLapses(lapsed)}.`;
    return [{ ...about, reason: 'translation-review-expired', sections: lapsed.map(({ id }) => id), what }];
  }
  const by = state === 'machineDraft' ? 'A computer' : 'A person';
  const what = `${by} made this translation, and no qualified person has reviewed it.`;
  return [{ ...about, reason: 'translation-not-reviewed', what }];
}

function staleReasons(handout: Handout, text: HandoutText): LeftOut[] {
  const units = freshnessOf(handout, text);
  return (['safety', 'meaning'] as const).flatMap((change): LeftOut[] => {
    const ids = units.filter(({ stale }) => stale === change).map(({ id }) => id);
    if (ids.length === 0) return [];
    const named = listInWords(ids.map(nameUnit));
    const refused = change === 'safety' ? 'Refused: the' : 'The';
    const what = `${refused} English of ${named} changed by ${change}, and the translation does not say so yet.`;
    const fix = `translate it anew, then run: npx handouts translate accept ${text.file} ${ids.join(' ')}`;
    return [{ ...aboutText(handout, text, fix), reason: `stale-${change}`, sections: ids, what }];
  });
}

function languageReasons({ locale, file, state, lapsed }: WordsReview): LeftOut[] {
  if (state === 'reviewed') return [];
  const about = { locale, file, fix: `run: ${wordsCommand(locale)}` };
  if (state === 'expired') {
    const changed = listInWords(lapsed.map((kind) => WORDS_NAMES[kind]));
    const what = `The review of the words around the handouts no longer holds: ${changed} changed.`;
    return [{ ...about, reason: 'words-review-expired', what }];
  }
  const what = 'No qualified person has reviewed the words around the handouts in this language.';
  return [{ ...about, reason: 'words-not-reviewed', what }];
}

function linkReason(handout: Handout, text: HandoutText, target: string): LeftOut {
  const what = `The text links to the handout ${target}, which is left out${text === handout.source ? '' : ' in this language'}.`;
  const fix = `see why ${target} is left out, or take the link out of the text.`;
  const about = text === handout.source ? { handout: handout.id, file: text.file, fix } : aboutText(handout, text, fix);
  return { ...about, reason: 'links-to-left-out', what };
}

function aboutText({ id }: Handout, { locale, file }: HandoutText, fix: string) {
  return { handout: id, locale, file, fix };
}

/** Ids of the handouts that a text links to; see `resolve-link.ts` for how. */
function linkedHandouts({ title, summary, sections }: HandoutText): string[] {
  const html = [
    title.html,
    summary.html,
    ...allSections(sections).flatMap(({ heading, html }) => [heading.html, html]),
  ];
  return html.flatMap((one) => [...one.matchAll(/href="\.\.\/([^"/]+)\//g)].map(([, id = '']) => id));
}
