/** Sentences of the handout, by language; each paragraph is some of them. */
const SENTENCES = {
  en: [
    'Drink a glass of water with each meal.',
    'Walk in the light and take water with you.',
    'Rest when you are tired.',
  ],
  ar: ['اشربوا كوبًا من الماء مع كل وجبة.', 'امشوا في الضوء وخذوا الماء معكم.', 'استريحوا عندما تتعبون.'],
};
const WORDS = {
  en: {
    heading: 'What to know',
    list: 'Fainting',
    when: 'When',
    howMuch: 'How much',
    morning: 'Morning',
    ask: 'Name of my doctor',
  },
  ar: { heading: 'ما ينبغي معرفته', list: 'إغماء', when: 'متى', howMuch: 'الكمية', morning: 'صباحًا', ask: 'اسم طبيبي' },
};
type Locale = keyof typeof SENTENCES;

const HEADS = {
  en: `title: A long handout about water
summary: Your body needs water every day. Drink a glass with each meal.
code: LNG
edition: 1
revisions:
  - { edition: 1, date: 2026-11-20, change: meaning, note: First edition. }
review: { state: unreviewed }
sources: [Invented for the tests]`,
  ar: `title: نشرة طويلة عن الماء
summary: جسمكم يحتاج إلى الماء كل يوم. اشربوا كوبًا مع كل وجبة.
edition: 1
translation: { state: machine-draft }`,
};

/** Sections enough for many page breaks, in both languages: paragraphs, lists, steps, tables and boxes of all lengths. */
const SECTIONS = 24;

function section(locale: Locale, index: number): string {
  const { heading, list, when, howMuch, morning, ask } = WORDS[locale];
  const paragraph = (length: number) =>
    Array.from({ length }, (_, at) => SENTENCES[locale][(at + index) % 3]).join(' ');
  const repeat = (count: number, line: (at: number) => string, gap = '\n') =>
    Array.from({ length: count }, (_, at) => line(at + 1)).join(gap);
  const kinds: [string, string][] = [
    ['', `${paragraph(2)}\n\n${paragraph(5 + (index % 7))}\n\n${paragraph(1)}`],
    ['', `${paragraph(1)}\n\n${repeat(4 + (index % 3), (at) => `- ${list} ${paragraph(at % 3)}`)}`],
    [' .caution', paragraph(3 + (index % 4))],
    ['', repeat(5, (at) => `${at}. ${paragraph(1 + (at % 2))}`)],
    [' .checklist', repeat(3, (at) => `- ${paragraph(at)}`)],
    [
      '',
      `${paragraph(2)}\n\n| ${when} | ${howMuch} |\n| --- | --- |\n${repeat(4, () => `| ${morning} | ${paragraph(1)} |`)}`,
    ],
    [' .worksheet', repeat(3, () => `- ${ask} ___`)],
  ];
  const [kind = '', body = ''] = kinds[index % kinds.length] ?? [];
  return `## ${heading} {#part-${index}${kind}}\n\n${body}\n`;
}

/** Changes that leave the fixture site one handout, in English and Arabic, of many pages, and one clinic. */
export function longHandout(): Record<string, string | null> {
  const text = (locale: Locale): string => {
    const sections = Array.from({ length: SECTIONS }, (_, index) => section(locale, index));
    return `---\n${HEADS[locale]}\n---\n\n${sections.join('\n')}`;
  };
  return {
    'content/handouts/walking': null,
    'content/handouts/water': null,
    'content/clinics/bare.yaml': null,
    'content/handouts/long/en.md': text('en'),
    'content/handouts/long/ar.md': text('ar'),
  };
}
