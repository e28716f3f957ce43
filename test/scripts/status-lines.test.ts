import pc from 'picocolors';
import { beforeAll, describe, expect, it } from 'vitest';
import { statusLines } from '../../scripts/status-lines.ts';
import { wrapWords } from '../../scripts/wrap-words.ts';
import { readContent } from '../../src/read-content.ts';
import { buildStatus } from '../../src/status/build-status.ts';
import type { Status } from '../../src/status/status.ts';
import { copyFixtureSite, fixtureSettings } from '../fixture-site.ts';
import { everyState } from '../status/every-state.ts';

let status: Status;
beforeAll(async () => {
  status = buildStatus(await readContent(await fixtureSettings(await copyFixtureSite(await everyState()))), 'en');
});
const plain = (isNarrow = true) =>
  statusLines(status, { colours: pc.createColors(false), isNarrow, today: '2026-11-26' });

describe('the status in a terminal', () => {
  it('says of each translation in words and signs how far it is, and of each stale part why', () => {
    expect(plain().slice(0, 26).join('\n')).toMatchInlineSnapshot(`
      "Status of translations, 2026-11-26
      English changed:  !! safety  !  meaning  ~  wording  ?  not checked  +  done  -  not translated

      English (en), the original
        +  walking                         edition 2   checked 2026-11-22 (edition 2) by Dr. Ada Example,
                                                       family doctor
        ?  water                           edition 2   not checked by a clinician
      Arabic (ar): 69 % fresh
        ?  walking                  100 %  edition 2   changed since checked 2026-11-22 (edition 2) by
                                                       Layla Example, certified medical interpreter
          ?  safe: the translation changed after the check
        !! water                     55 %  ed. 1 of 2  draft made by a computer
          !! call-now: safety, that of edition 1; edition 2 (2026-11-25): Chest pain is a danger sign.
          !  how-much: meaning, that of edition 1; edition 2 (2026-11-25): Chest pain is a danger sign.
          ~  questions: wording, that of edition 1; edition 2 (2026-11-25): Chest pain is a danger sign.
          !  hot: meaning, never translated; edition 2 (2026-11-25): Chest pain is a danger sign.
        ?  (website and programs)                      draft made by a computer

      Languages that are still wanted
        Iu Mien (ium): A translator is needed.

      What to do next, the most urgent first:
        1. Arabic: “Call 911 now” of “Drinking enough water” changed for safety, so the sheet has the
           English there. Translate it now in content/handouts/water/ar.md, then run:
           npx handouts translate accept content/handouts/water/ar.md call-now
        2. Arabic: “How much to drink”, “When it is hot” of “Drinking enough water” lacks what the English"
    `);
  });

  it('is no wider than a hundred columns, but for commands, which are to be copied', () => {
    expect(plain().filter((line) => line.length > 100 && !line.includes('npx handouts'))).toEqual([]);
  });

  it('colours signs and takes no meaning away with the colours', () => {
    const coloured = statusLines(status, { colours: pc.createColors(true), isNarrow: true, today: '2026-11-26' });

    expect(coloured.map((line) => line.replaceAll(/\u001b\[\d+m/g, ''))).toEqual(plain());
    expect(coloured.join('')).toContain('\u001b[31m!!');
  });

  it('tells the first steps of a whole press, and where the others are', () => {
    const steps = { ...status, languages: [...status.languages, ...status.languages] };
    const lines = statusLines(steps, { colours: pc.createColors(false), isNarrow: false, today: '2026-11-26' });
    expect(lines.at(-1)).toBe('  … and 5 more: npx handouts status --language <tag> tells all of a language.');
  });
});

describe('words of a line', () => {
  it('go on in the next where they do not fit, and a long word has one of its own', () => {
    expect(wrapWords('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrapWords('a incomprehensible b', 5)).toEqual(['a', 'incomprehensible', 'b']);
  });
});
