import { allSections, type Handout, type HandoutText } from '../handout/handout.ts';
import { freshnessOf, type UnitFreshness } from '../translation/freshness.ts';
import { alignPassages, type AlignedPassage } from './align-passages.ts';
import type { ExchangeFile, ExchangeGroup, ExchangePassage, State } from './exchange-file.ts';
import { splitHandout } from './split-handout.ts';
import { sourceVersions, versionOfHash } from './source-versions.ts';

/** A handout, and its translation into one language as far as there is one. */
export interface HandoutToExchange {
  handout: Handout;
  locale: string;
  /** Its translation, and the file of it as it stands on disk. */
  translation?: { text: HandoutText; raw: string; doubts: string[] };
}

const FRONT_TITLES: Record<string, string> = { title: 'Title of the handout', summary: 'Summary' };

/** Lists what is to be translated in a handout, with what there is of a translation. */
export function exchangeHandout({ handout, locale, translation }: HandoutToExchange): ExchangeFile {
  const { source } = handout;
  const sections = new Map(allSections(source.sections).map((section) => [section.id, section]));
  const translated = new Map(splitHandout(translation?.raw ?? '').map((group) => [group.id, group.passages]));
  const freshness = new Map(
    translation ? freshnessOf(handout, translation.text).map((unit) => [unit.id, unit]) : undefined,
  );
  const groups = [...source.units.values()].map(({ id, hash }): ExchangeGroup => {
    const unit = freshness.get(id);
    const section = sections.get(id);
    const [today] = sourceVersions(handout, id);
    const former = formerPassages(handout, translation?.text, unit);
    const aligned = alignPassages(today?.passages ?? [], former, translated.get(id));
    const isUnsure = unit?.stale !== undefined && former === undefined;
    const state = isUnsure ? 'initial' : reviewState(handout, translation?.text);
    const line = section?.line ?? source.title.line;
    return {
      id,
      title: section?.heading.text ?? FRONT_TITLES[id] ?? id,
      ...(section?.kind && { kind: section.kind }),
      hash,
      ...(unit?.stale && !unit.isMissing && { stale: unit.stale }),
      ...(isUnsure && { isUnsure }),
      passages: aligned.map((pair) => passageOf(pair, state, line)),
    };
  });
  return {
    name: handout.id,
    kind: 'handout',
    original: source.file,
    target: source.file.replace(/[^/]+$/, `${locale}.md`),
    sourceLocale: source.locale,
    locale,
    notes: (translation?.doubts ?? []).map((text) => ({ category: 'doubt', text })),
    groups,
  };
}

/** What a stale unit was made from; nothing for a fresh one, and for one whose English was not kept. */
function formerPassages(handout: Handout, text: HandoutText | undefined, unit: UnitFreshness | undefined) {
  if (!text || unit?.stale === undefined) return undefined;
  const kept = unit.madeIn === undefined ? undefined : handout.editions.get(unit.madeIn)?.units.get(unit.id)?.hash;
  const hash = text.madeFrom?.[unit.id] ?? kept;
  return hash === undefined ? undefined : versionOfHash(handout, unit.id, hash)?.passages;
}

function passageOf({ source, target, former }: AlignedPassage, state: State, line: number): ExchangePassage {
  return {
    id: source.id,
    kind: source.kind,
    source: source.text,
    ...(target && { target: target.text }),
    ...(former !== undefined && { former }),
    state: target === undefined || former !== undefined ? 'initial' : state,
    notes: [],
    line,
  };
}

/** A machine's draft is a suggestion: it has yet to be translated by somebody. */
function reviewState({ review }: Handout, text: HandoutText | undefined): State {
  if (text?.translation?.state === 'human-draft') return 'translated';
  if (text?.translation?.state !== 'reviewed') return 'initial';
  return review.state === 'reviewed' ? 'final' : 'reviewed';
}
