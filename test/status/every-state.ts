import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type copyFixtureSite, PROJECT } from '../fixture-site.ts';

const HANDOUTS = 'content/handouts';
const SITE = join(PROJECT, 'test/fixtures/site');

/**
 * Changes to the fixture site after which its Arabic has parts in every state: in "water" a new edition changed the danger
 * signs by safety, the amounts by meaning and the questions by wording, and has a new section; "walking" was reviewed, and
 * one section of it was changed after that.
 */
export async function everyState(): Promise<NonNullable<Parameters<typeof copyFixtureSite>[0]>> {
  const english = await readFile(join(SITE, HANDOUTS, 'water/en.md'), 'utf8');
  const revision =
    '  - edition: 2\n    date: 2026-11-25\n    change: safety\n    sections: { how-much: meaning, questions: wording, hot: meaning }\n    note: Chest pain is a danger sign.\n';
  const changed = english
    .replace('edition: 1\nrevisions:\n', `edition: 2\nrevisions:\n${revision}`)
    .replace('- Confusion\n', '- Confusion\n- Chest pain\n')
    .replace('makes you thirsty.', 'makes you very thirsty.')
    .replace('Is tea as good as water?', 'Is tea just as good as water?');
  const arabic = await readFile(join(SITE, HANDOUTS, 'walking/ar.md'), 'utf8');
  return {
    [`${HANDOUTS}/water/en.md`]: `${changed.trimEnd()}\n\n## When it is hot {#hot}\n\nDrink more.\n`,
    [`${HANDOUTS}/walking/ar.md`]: arabic.replace(/safe: "?\w{12}"?/, 'safe: "000000000000"'),
    'locales/wanted.yaml': '- name: Iu Mienh\n  english: Iu Mien\n  tag: ium\n  why: A translator is needed.\n',
  };
}
