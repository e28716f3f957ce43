import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type Ended,
  problemsOf,
  type Profile,
  readRun,
  summaryOf,
  type Verdict,
} from '../../scripts/verapdf-report.ts';
import { formatProblem } from '../../src/problem.ts';

const UA: Profile = { flavour: 'ua1', name: 'PDF/UA-1' };
const ARCHIVE: Profile = { flavour: '2a', name: 'PDF/A-2a' };

const WATER = '/site/print/water-english-en.pdf';
const WATER_AR = '/site/print/water-arabic-ar.pdf';
const CARDS = '/site/print/i-speak-cards.pdf';
const KHMER = '/site/print/calciphylaxis-khmer-km.pdf';
const LOCKED = '/site/print/locked.pdf';
const TORN = '/site/print/torn.pdf';

/** What veraPDF 1.28.2 wrote, without its times and with fewer rules. */
const report = (name: string): Promise<string> =>
  readFile(join(import.meta.dirname, 'fixtures', 'verapdf', `${name}.json`), 'utf8');
const ended = (stdout: string, code: number | null = 0, stderr = ''): Ended => ({ code, stdout, stderr });
const kinds = (verdicts: readonly Verdict[]) => verdicts.map(({ file, kind }) => [basename(file), kind]);

describe('the report of veraPDF', () => {
  it('passes the files that it calls compliant', async () => {
    const { verdicts, problems } = readRun(ended(await report('passing')), [WATER_AR, WATER], UA);
    expect(verdicts).toEqual([
      { file: WATER_AR, kind: 'passed' },
      { file: WATER, kind: 'passed' },
    ]);
    expect(problems).toEqual([]);
  });

  it('fails a file by each rule it breaks, with how often and the first place', async () => {
    const { verdicts, problems } = readRun(ended(await report('failing'), 1), [CARDS, KHMER, WATER], UA);
    expect(kinds(verdicts)).toEqual([
      ['i-speak-cards.pdf', 'failed'],
      ['calciphylaxis-khmer-km.pdf', 'failed'],
      ['water-english-en.pdf', 'passed'],
    ]);
    expect(verdicts[1]).toMatchObject({
      rules: [
        {
          name: 'clause 7.18.5, test 2',
          times: 4,
          example: expect.stringContaining('alternate description') as string,
        },
        { name: 'clause 7.1, test 5', times: 10, description: expect.stringMatching(/^All non-standard/) as string },
      ],
    });
    expect(problems).toEqual([]);
  });

  it('passes no file that it could not read, and still passes the others', async () => {
    const { verdicts, problems } = readRun(ended(await report('unreadable'), 8), [LOCKED, TORN, WATER], UA);
    expect(verdicts).toMatchObject([
      { file: LOCKED, kind: 'unchecked', why: expect.stringContaining('appears to be encrypted') as string },
      { file: TORN, kind: 'unchecked', why: expect.stringContaining("Couldn't parse stream") as string },
      { file: WATER, kind: 'passed' },
    ]);
    expect(problems).toEqual([]);
  });

  it('passes no file that it leaves out', async () => {
    const { verdicts } = readRun(ended(await report('passing')), [WATER, KHMER], UA);
    expect(verdicts[1]).toEqual({ file: KHMER, kind: 'unchecked', why: 'the file is not in its report.' });
  });

  it.each([
    [
      'whose check did not come to its end',
      '"jobEndStatus": "normal"',
      '"jobEndStatus": "timeout"',
      'ended as "timeout"',
    ],
    ['that is not compliant by no rule', '"compliant": true', '"compliant": false', 'names no rule'],
    ['without a result', '"validationResult"', '"featuresResult"', 'holds no result'],
  ])('passes no file %s', async (_case, from, to, why) => {
    const { verdicts } = readRun(ended((await report('passing')).replaceAll(from, to)), [WATER], UA);
    expect(verdicts).toEqual([{ file: WATER, kind: 'unchecked', why: expect.stringContaining(why) as string }]);
  });
});

describe('a run of veraPDF that goes wrong', () => {
  const wordsOf = (run: Ended): string => {
    const { verdicts, problems } = readRun(run, [WATER_AR, WATER], UA);
    expect(verdicts.filter(({ kind }) => kind !== 'passed')).toEqual([]);
    return problems.map(formatProblem).join('\n');
  };

  it('is told with its exit code, its last words and the files it was given', () => {
    const stderr = 'WARNING: something\nException in thread "main" java.lang.OutOfMemoryError: Java heap space\n';
    expect(wordsOf(ended('', 1, stderr))).toBe(
      `error veraPDF\n  It stopped with exit code 1, without a whole report on 2 PDFs (from ${WATER_AR} on) by PDF/UA-1. ` +
        'It last said: Exception in thread "main" java.lang.OutOfMemoryError: Java heap space\n' +
        '  To mend it: run it again. If it stops again, look at the free memory and at java -version: 11 or newer is needed.',
    );
  });

  it('passes nothing when its report breaks off', async () => {
    const whole = await report('passing');
    const cut = ended(whole.slice(0, whole.lastIndexOf('"itemDetails"')), null);
    expect(wordsOf(cut)).toContain('It was ended from outside, without a whole report on 2 PDFs');
    expect(readRun(cut, [WATER_AR, WATER], UA).verdicts).toEqual([]);
  });

  it('passes nothing when its report has another shape', () => {
    for (const text of [
      '{}',
      'null',
      '{"report":{"jobs":{}}}',
      '<report/>',
      '{"report":{"jobs":[{"name":"a.pdf"}]}}',
    ]) {
      expect(wordsOf(ended(text))).toContain('without a whole report');
    }
  });

  it('is told even if its report is whole', async () => {
    expect(wordsOf(ended(await report('passing'), 9))).toContain('It stopped with exit code 9');
  });
});

describe('what is said of a PDF', () => {
  const saidOf = async (name: string, files: string[], profile: Profile): Promise<string[]> => {
    const { verdicts } = readRun(ended(await report(name), 1), files, profile);
    return problemsOf(profile, verdicts, '/site').map(formatProblem);
  };

  it('is an error for each rule it breaks: the file, the rule, how often, and whose fault it is', async () => {
    const [first, second, ...others] = await saidOf('failing', [CARDS, WATER], UA);
    expect(first).toBe(
      'error print/i-speak-cards.pdf\n' +
        '  PDF/UA-1, clause 7.1, test 8, broken 1 time: The Catalog dictionary of a conforming file shall contain the Metadata key whose value is a metadata stream as defined in ISO 32000-1:2008, 14.3.2. The metadata stream dictionary shall contain entry Type with value /Metadata and entry Subtype with value /XML. ' +
        "First: The document catalog dictionary doesn't contain metadata key or metadata stream dictionary does not contain either entry Type with value /Metadata or entry Subtype with value /XML.\n" +
        '  To mend it: this is a fault of the press, not of the text: please report it, with these lines.',
    );
    expect(second).toContain('clause 7.1, test 5');
    expect(others).toEqual([]);
  });

  it.each([UA, ARCHIVE])('is an error if it was not checked by $name', async (profile) => {
    const [locked, ...others] = await saidOf('unreadable', [LOCKED, TORN, WATER], profile);
    expect(locked).toBe(
      `error print/locked.pdf\n  veraPDF could not check it by ${profile.name}: Exception: The PDF stream appears to be encrypted. caused by exception: encrypted PDF with unknown or wrong password\n` +
        '  To mend it: run npm run build again; if that does not help, please report it, with these lines.',
    );
    expect(others).toHaveLength(1);
  });
});

describe('the summary of a profile', () => {
  const linesOf = async (name: string, files: string[], profile: Profile): Promise<string[]> =>
    summaryOf(profile, readRun(ended(await report(name), 1), files, profile).verdicts, files.length, 15_230);

  it('says how many files passed, and in what time', async () => {
    expect(await linesOf('passing', [WATER_AR, WATER], UA)).toEqual(['PDF/UA-1: 2 of 2 PDFs passed (15.2 s)']);
  });

  it('lists each broken rule once, that of most files first', async () => {
    const [head, ...rules] = await linesOf('failing', [CARDS, KHMER, WATER], UA);
    expect(head).toBe('PDF/UA-1: 1 of 3 PDFs passed (15.2 s)');
    expect(rules.map((rule) => rule.slice(0, 32))).toEqual([
      '  2 PDFs: clause 7.1, test 5: Al',
      '  1 PDF: clause 7.1, test 8: The',
      '  1 PDF: clause 7.18.5, test 2: ',
    ]);
  });

  it('says what was not checked', async () => {
    expect(await linesOf('unreadable', [LOCKED, TORN, WATER, KHMER], ARCHIVE)).toEqual([
      'PDF/A-2a: 1 of 4 PDFs passed, 3 NOT checked (15.2 s)',
    ]);
    expect(summaryOf(UA, [], 60, 0)).toEqual(['PDF/UA-1: 0 of 60 PDFs passed, 60 NOT checked (0.0 s)']);
  });
});
