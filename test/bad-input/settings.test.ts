import { describe, expect, it } from 'vitest';
import { edited, problemsOf } from './problems-of.ts';

const FILE = 'content/settings.yaml';

/** What is said of a site whose settings have a pack of these languages. */
async function problemsOfPack(languages: string): Promise<string> {
  const packs = `forms: [standard]\npacks:\n  - { id: some, name: Some, languages: ${languages} }\n`;
  return problemsOf(await edited(FILE, 'forms: [standard]\n', packs));
}

describe('a pack that is not right', () => {
  it('is refused when it names a language the press does not know', async () => {
    expect(await problemsOfPack('[en, xx]')).toMatchInlineSnapshot(`
      "error content/settings.yaml
        packs: "xx" in the pack some is not a language.
        To mend it: use all, or some of: en, ar."
    `);
  });

  it('is refused once for each such language', async () => {
    const problems = await problemsOfPack('[xx, ar, AR]');
    expect(problems.match(/^error content\/settings\.yaml/gm)).toHaveLength(2);
    expect(problems).toContain('"xx" in the pack some');
    expect(problems).toContain('"AR" in the pack some');
  });

  it.each(['all', '[en]', '[ar, en]'])('is accepted when it has %s', async (languages) => {
    expect(await problemsOfPack(languages)).toBe('');
  });
});
