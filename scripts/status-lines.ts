import type {
  LanguageStatus,
  NextStep,
  Review,
  SectionStatus,
  SourceStatus,
  Status,
  TranslationStatus,
  WordsStatus,
} from '../src/status/status.ts';
import type { LapseReason } from '../src/translation/review-state.ts';
import { sortSteps } from '../src/status/next-steps.ts';
import type { Colours } from './terminal.ts';
import { wrapWords } from './wrap-words.ts';

/** As wide as terminals are that nobody has made narrower. */
const WIDTH = 100;
const COLUMNS = { handout: 24, fresh: 5, edition: 11 };
/** Steps that are told of all languages together. */
const FIRST_STEPS = 8;

/** What a translation is that nobody has checked. */
const DRAFTS = { machineDraft: 'draft made by a computer', humanDraft: 'draft made by a person' };

/** What the lines are told with. */
export interface StatusLinesOptions {
  colours: Colours;
  /** True where one language or handout was asked for: then all its steps are told. */
  isNarrow: boolean;
  /** ISO date of the run. */
  today: string;
}

/** The status as a person reads it in a terminal: a table of all translations, what is stale, and what to do next. */
export function statusLines(status: Status, options: StatusLinesOptions): string[] {
  const { colours, isNarrow, today } = options;
  const marks = createMarks(colours);
  const steps = allSteps(status);
  const told = isNarrow ? steps : steps.slice(0, FIRST_STEPS);
  return [
    colours.bold(`Status of translations, ${today}`),
    marks.legend,
    '',
    ...sourceLines(status.source, marks),
    ...status.languages.flatMap((language) => languageLines(language, marks, colours)),
    ...wantedLines(status),
    '',
    colours.bold(steps.length > 0 ? 'What to do next, the most urgent first:' : 'Nothing is to be done.'),
    ...told.flatMap((step, index) => stepLines(step, index + 1, colours)),
    ...(told.length < steps.length
      ? [`  … and ${steps.length - told.length} more: npx handouts status --language <tag> tells all of a language.`]
      : []),
  ];
}

/** A sign beside each colour, for those who see no colours. */
function createMarks(colours: Colours) {
  const signs = {
    safety: colours.red('!!'),
    meaning: colours.yellow('! '),
    wording: '~ ',
    draft: colours.yellow('? '),
    done: colours.green('+ '),
    none: '- ',
  };
  const legend = [
    'English changed:',
    `${signs.safety} safety`,
    `${signs.meaning} meaning`,
    `${signs.wording} wording`,
    `${signs.draft} not checked`,
    `${signs.done} done`,
    `${signs.none} not translated`,
  ].join('  ');
  return { ...signs, legend };
}

type Marks = ReturnType<typeof createMarks>;

function sourceLines({ english, tag, handouts }: SourceStatus, marks: Marks): string[] {
  const lines = handouts.map(({ id, edition, state, review }) => {
    const words = review ? checkedBy(review, state === 'expired') : 'not checked by a clinician';
    return rowLines(state === 'reviewed' ? marks.done : marks.draft, [id, '', `edition ${edition}`, words]);
  });
  return [`${english} (${tag}), the original`, ...lines.flat()];
}

function languageLines(
  { english, tag, freshness, words, handouts }: LanguageStatus,
  marks: Marks,
  { bold }: Colours,
): string[] {
  return [
    `${bold(`${english} (${tag})`)}: ${freshness.percent} % fresh`,
    ...handouts.flatMap((handout) => handoutLines(handout, marks)),
    ...wordsLines(words, marks),
  ];
}

function wordsLines({ strings, programTexts, state, review }: WordsStatus, marks: Marks): string[] {
  const words = review
    ? checkedBy(review, state === 'expired')
    : DRAFTS[state === 'humanDraft' ? state : 'machineDraft'];
  const counts = [
    ...(strings.translated < strings.total ? [`${strings.translated} of ${strings.total} strings`] : []),
    ...(programTexts.translated < programTexts.total
      ? [`${programTexts.translated} of ${programTexts.total} texts of programs`]
      : []),
  ];
  const only = counts.length > 0 ? `; only ${counts.join(' and ')}` : '';
  return rowLines(state === 'reviewed' ? marks.done : marks.draft, ['(website and programs)', '', '', words + only]);
}

function handoutLines(handout: TranslationStatus, marks: Marks): string[] {
  const { handout: id, freshness, edition, newestEdition, sections } = handout;
  if (edition === null) return rowLines(marks.none, [id, '', '', 'not translated']);
  const of = edition < newestEdition ? `ed. ${edition} of ${newestEdition}` : `edition ${edition}`;
  const lines = rowLines(markOf(handout, marks), [id, `${freshness.percent} %`, of, stateWords(handout)]);
  return [...lines, ...sections.flatMap((section) => sectionLines(section, marks))];
}

function markOf({ sections, review, state }: TranslationStatus, marks: Marks): string {
  const changes = sections.map(({ change }) => change);
  if (changes.includes('safety')) return marks.safety;
  if (changes.includes('meaning')) return marks.meaning;
  if (!review || state === 'expired') return marks.draft;
  return changes.includes('wording') ? marks.wording : marks.done;
}

function stateWords({ state, review }: TranslationStatus): string {
  if (review) return checkedBy(review, state === 'expired');
  return DRAFTS[state === 'humanDraft' ? state : 'machineDraft'];
}

function checkedBy({ name, qualification, date, edition }: Review, isExpired: boolean): string {
  const of = edition === null ? '' : ` (edition ${edition})`;
  return `${isExpired ? 'changed since checked' : 'checked'} ${date}${of} by ${name}, ${qualification}`;
}

/** Why a check no longer holds for a section that is as the English today. */
const LAPSES: Record<LapseReason, string> = {
  english: 'the English changed after the check',
  translation: 'the translation changed after the check',
  missing: 'it was not there at the check',
  unread: 'the check says nothing of it',
};

function sectionLines(section: SectionStatus, marks: Marks): string[] {
  const { id, change, lapsed } = section;
  if (change !== null) return indented(marks[change], `${id}: ${change}, ${describeStale(section)}`);
  return lapsed === null ? [] : indented(marks.draft, `${id}: ${LAPSES[lapsed]}`);
}

function describeStale({ state, madeIn, since }: SectionStatus): string {
  const of = madeIn === null ? 'an older edition' : `edition ${madeIn}`;
  const notes = since.map(({ edition, date, note }) => `edition ${edition} (${date}): ${note}`);
  const why = notes.length > 0 ? notes.join(' ') : 'the change is in no edition yet';
  return `${state === 'missing' ? 'never translated' : `that of ${of}`}; ${why}`;
}

function indented(mark: string, text: string): string[] {
  return wrapWords(text, WIDTH - 7).map((line, index) => (index === 0 ? `    ${mark} ${line}` : `       ${line}`));
}

function wantedLines({ wanted }: Status): string[] {
  if (wanted.length === 0) return [];
  const lines = wanted.flatMap(({ english, tag, why }) => wrapWords(`${english} (${tag}): ${why}`, WIDTH - 2));
  return ['', 'Languages that are still wanted', ...lines.map((line) => `  ${line}`)];
}

/** The steps of all languages, the most urgent first; languages are in that order already. */
function allSteps({ source, languages }: Status): (NextStep & { language: string })[] {
  const steps = [source, ...languages].flatMap(({ english, next }) =>
    next.map((step) => ({ ...step, language: english })),
  );
  return sortSteps(steps);
}

function stepLines(
  { language, says, command }: NextStep & { language: string },
  number: number,
  { cyan }: Colours,
): string[] {
  const lead = `${String(number).padStart(3)}. `;
  const lines = wrapWords(`${language}: ${says}`, WIDTH - lead.length);
  const indent = ' '.repeat(lead.length);
  return [...lines.map((line, index) => (index === 0 ? lead : indent) + line), `${indent}${cyan(command)}`];
}

/** A row of the table; words too long for their column go on below. */
function rowLines(mark: string, [handout = '', fresh = '', edition = '', words = '']: string[]): string[] {
  const columns = `${handout.padEnd(COLUMNS.handout)} ${fresh.padStart(COLUMNS.fresh)}  ${edition.padEnd(COLUMNS.edition)} `;
  const start = 5 + columns.length;
  const [first = '', ...rest] = wrapWords(words, WIDTH - start);
  return [`  ${mark} ${columns}${first}`.trimEnd(), ...rest.map((line) => ' '.repeat(start) + line)];
}
