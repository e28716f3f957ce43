import { type Document, isAlias, LineCounter, parseDocument, visit } from 'yaml';
import { z } from 'zod';
import { type Checked, error, type Place, type Problem } from './problem.ts';
import { describeField, knownKeys } from './schema-fields.ts';

/** The line on which the value at a path of keys and indices stands; the nearest parent's if it is missing. */
export type LineFinder = (path: readonly PropertyKey[]) => number;

/**
 * Reads a YAML record (a whole file, or the front matter of one) and checks it against its schema.
 * Every problem names the line and says what belongs there, in the words of the schema's descriptions.
 * @param firstLine line of the file on which the YAML text starts (1-based)
 */
export function parseRecord<S extends z.ZodType>(
  text: string,
  schema: S,
  file: string,
  firstLine = 1,
): Checked<z.infer<S>> & { lineOf: LineFinder } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1;
  const lineOf: LineFinder = (path) => {
    for (let depth = path.length; depth > 0; depth--) {
      const node = document.getIn(path.slice(0, depth), true) as
        { range?: [number, number, number] | null } | undefined;
      if (node?.range) return lineAt(node.range[0]);
    }
    return firstLine;
  };
  const faults = findSyntaxFaults(document).map(({ offset, what }) =>
    error({ file, line: lineAt(offset) }, what, SYNTAX_FIX),
  );
  if (faults.length > 0) return { problems: faults, lineOf };
  const result = schema.safeParse(document.toJS() ?? (schema instanceof z.ZodArray ? [] : {}));
  if (result.success) return { value: result.data, problems: [], lineOf };
  const problems = result.error.issues.flatMap((issue) => explainIssue(issue, schema, file, document, lineOf));
  return { problems, lineOf };
}

const SYNTAX_FIX =
  'correct this line. Text that holds a colon, or starts with a star or another special sign, needs "double quotes" around it; a key may stand only once; indent with spaces.';

/** The YAML library's reasons in an author's words; the others are plain enough. */
const SYNTAX_REASONS: Partial<Record<string, string>> = {
  MULTIPLE_DOCS: 'a second part starts with --- here',
  DUPLICATE_KEY: 'this key stands here for the second time',
  BLOCK_AS_IMPLICIT_KEY: 'there is a colon inside the text',
};

function findSyntaxFaults(document: Document.Parsed): { offset: number; what: string }[] {
  const faults = document.errors.map(({ code, message, pos }) => {
    const reason = SYNTAX_REASONS[code] ?? message.replace(/[.:]?\s*$/, '');
    return { offset: pos[0], what: `This cannot be read: ${reason}.` };
  });
  visit(document, {
    Alias(_, node) {
      if (isAlias(node) && !node.resolve(document)) {
        faults.push({ offset: node.range?.[0] ?? 0, what: `This cannot be read: *${node.source} refers to nothing.` });
      }
    },
  });
  return faults;
}

function explainIssue(
  issue: z.core.$ZodIssue,
  schema: z.ZodType,
  file: string,
  document: Document.Parsed,
  lineOf: LineFinder,
): Problem[] {
  const name = issue.path.join('.');
  const where: Place = { file, line: lineOf(issue.path) };
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(schema, issue.path).join(', ');
    return issue.keys.map((key) => {
      const path = [...issue.path, key];
      const fix = known ? `remove it, or use one of: ${known}.` : 'remove it.';
      return error({ file, line: lineOf(path) }, `The key "${path.join('.')}" is not known here.`, fix);
    });
  }
  const meaning = describeField(schema, issue.path);
  const shouldBe = meaning ? ` It should be: ${meaning}` : '';
  if (name === '' && schema instanceof z.ZodArray) {
    return [error(where, 'There is no list here.', 'write its entries one below the other, each starting with "- ".')];
  }
  if (name === '') {
    return [error(where, 'There are no named values here.', 'write them as "name: value", one on each line.')];
  }
  if (!document.hasIn(issue.path)) return [error(where, `The key "${name}" is missing.`, `add it.${shouldBe}`)];
  return [error(where, `The value of "${name}" is not right: ${explainReason(issue)}.`, `correct it.${shouldBe}`)];
}

const TYPE_NAMES: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'named values',
  record: 'named values',
};

function explainSize(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): string {
  const [bound, comparison] = issue.code === 'too_small' ? [issue.minimum, 'less'] : [issue.maximum, 'more'];
  if (issue.origin === 'array' && Number(bound) > 1) return `its list must have ${bound} entries, no ${comparison}`;
  if (issue.code === 'too_small' && issue.origin !== 'number') return 'it is empty';
  return `it is ${comparison} than ${bound}`;
}

/** Says what is wrong in an author's words. Messages the schemas give themselves are in such words already. */
function explainReason(issue: z.core.$ZodIssue): string {
  if (!/^(Invalid|Too |Expected|Unrecognized)/.test(issue.message)) return issue.message;
  if (issue.code === 'invalid_type') {
    return `it must be ${TYPE_NAMES[issue.expected] ?? issue.expected}; with nothing after the colon it is empty`;
  }
  if (issue.code === 'too_small' || issue.code === 'too_big') return explainSize(issue);
  if (issue.code === 'invalid_value') return `it is none of ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'invalid_union') return 'it is none of the choices';
  return 'it has another form than it must have';
}
