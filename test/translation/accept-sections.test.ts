import { describe, expect, it } from 'vitest';
import { acceptSections } from '../../src/translation/accept-sections.ts';
import { type SampleEdition, sampleEditions } from './sample-editions.ts';

const FIRST = { body: '## A {#a}\n\nOne.\n\n## B {#b}\n\nTwo.\n' };
const BOTH = FIRST.body.replace('One', 'First').replace('Two', 'Second');
const ES = '## A {#a}\n\nUno.\n\n## B {#b}\n\nDos.\n';
const FILE = `---\ntitle: X\nsummary: X\nedition: 1\ntranslation: { state: machine-draft }\n---\n\n${ES}`;

function accept(editions: SampleEdition[], ids: string[], madeFrom?: Record<string, string>) {
  const { handout, text } = sampleEditions(editions, { body: ES, edition: 1, madeFrom });
  const hashOf = (edition: number, id: string) => handout.editions.get(edition)?.units.get(id)?.hash ?? '';
  return { file: acceptSections(FILE, { handout, text, ids }), hashOf };
}

describe('accepting sections of a translation', () => {
  it('records what each was made from, and the newest edition when nothing is older', () => {
    const { file, hashOf } = accept([FIRST, { body: BOTH }], ['a', 'b']);
    expect(file).toBe(
      FILE.replace('edition: 1', 'edition: 2').replace(
        '}\n---',
        `}\nmadeFrom:\n  title: ${hashOf(2, 'title')}\n  summary: ${hashOf(2, 'summary')}\n  a: ${hashOf(2, 'a')}\n  b: ${hashOf(2, 'b')}\n---`,
      ),
    );
  });

  it('keeps what the others were made from, and the edition that they are of', () => {
    const { file, hashOf } = accept([FIRST, { body: BOTH }], ['a']);
    expect(file).toContain('edition: 1\n');
    expect(file).toContain(`  a: ${hashOf(2, 'a')}\n  b: ${hashOf(1, 'b')}\n`);
  });

  it('finds the number alone when no section is named', () => {
    const { file, hashOf } = accept([FIRST, { body: BOTH, change: 'wording' }], []);
    expect(file).toContain('edition: 2\n');
    expect(file).toContain(`  a: ${hashOf(1, 'a')}\n`);
  });

  it('goes as far as the meaning goes, not further', () => {
    const second = FIRST.body.replace('One', 'First');
    const editions: SampleEdition[] = [FIRST, { body: second, change: 'wording' }, { body: BOTH, change: 'meaning' }];
    expect(accept(editions, []).file).toContain('edition: 2\n');
    expect(accept(editions, ['b']).file).toContain('edition: 3\n');
  });
});
