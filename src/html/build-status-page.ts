import type { SectionStatus, Status, TranslationStatus } from '../status/status.ts';

/** How the page calls the state of a part; each has a string `staff.status<Word>`. */
export type PartWord = 'Ok' | 'Safety' | 'Meaning' | 'Wording' | 'Missing';

/** A handout part by part, in all languages. */
export interface PartTable {
  handout: string;
  title: string;
  languages: { tag: string; english: string }[];
  rows: { id: string; name: string; cells: PartWord[] }[];
}

/** The page that says how far all translations have come, for staff and translators. */
export interface StatusPage {
  url: string;
  status: Status;
  tables: PartTable[];
}

/** Builds the page of a status; a press with one language alone has no tables on it. */
export function buildStatusPage(status: Status): StatusPage {
  const { source, languages } = status;
  const tables = languages.length === 0 ? [] : source.handouts.map(({ id, title }) => partTable(id, title, status));
  return { url: '/status/', status, tables };
}

function partTable(handout: string, title: string, { languages }: Status): PartTable {
  const columns = languages.map(({ tag, english, handouts }) => {
    return { tag, english, sections: handouts.find((one) => one.handout === handout)?.sections ?? [] };
  });
  const parts: TranslationStatus['sections'] = columns[0]?.sections ?? [];
  return {
    ...{ handout, title },
    languages: columns.map(({ tag, english }) => ({ tag, english })),
    rows: parts.map(({ id, name }) => {
      const cells = columns.map(({ sections }) => wordOf(sections.find((section) => section.id === id)));
      return { id, name, cells };
    }),
  };
}

function wordOf(section: SectionStatus | undefined): PartWord {
  if (section?.change === 'safety') return 'Safety';
  if (!section || section.state === 'missing') return 'Missing';
  if (section.state === 'fresh') return 'Ok';
  return section.change === 'wording' ? 'Wording' : 'Meaning';
}
