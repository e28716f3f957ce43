import { LineCounter, parseDocument, type Document } from 'yaml';
import { z } from 'zod';
import { type Checked, error, type Place, type Problem } from './problem.ts';

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
  const lineOf: LineFinder = (path) => lineOfPath(document, lines, path, firstLine);
  if (document.errors.length > 0) {
    const problems = document.errors.map((failure) =>
      error(
        { file, line: lines.linePos(failure.pos[0]).line + firstLine - 1 },
        `This is not valid YAML: ${failure.message.replace(/\.$/, '')}.`,
        'correct this line. Text that contains a colon or starts with a special sign needs "double quotes" around it; a key may stand only once; indent with spaces.',
      ),
    );
    return { problems, lineOf };
  }
  const result = schema.safeParse(document.toJS() ?? {});
  if (result.success) return { value: result.data, problems: [], lineOf };
  const problems = result.error.issues.flatMap((issue) => explainIssue(issue, schema, file, lineOf));
  return { problems, lineOf };
}

/** The line on which the value at a path of keys and indices stands; the nearest parent's if it is missing. */
export type LineFinder = (path: readonly PropertyKey[]) => number;

function lineOfPath(document: Document, lines: LineCounter, path: readonly PropertyKey[], firstLine: number): number {
  for (let depth = path.length; depth > 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true) as { range?: [number, number, number] | null } | undefined;
    if (node?.range) return lines.linePos(node.range[0]).line + firstLine - 1;
  }
  return firstLine;
}

function explainIssue(issue: z.core.$ZodIssue, schema: z.ZodType, file: string, lineOf: LineFinder): Problem[] {
  const name = issue.path.join('.');
  const where: Place = { file, line: lineOf(issue.path) };
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(schema, issue.path);
    return issue.keys.map((key) =>
      error(
        { file, line: lineOf([...issue.path, key]) },
        `The key "${[...issue.path, key].join('.')}" is not known here.`,
        `remove it, or use one of: ${known.join(', ')}.`,
      ),
    );
  }
  const meaning = describeField(schema, issue.path);
  const shouldBe = meaning ? `It should be: ${meaning}` : 'see the author guide in the README.';
  if (issue.code === 'invalid_type' && issue.input === undefined && isMissing(issue)) {
    return [error(where, `The key "${name}" is missing.`, `add it. ${shouldBe}`)];
  }
  return [error(where, `The value of "${name}" is not right: ${issue.message}.`, `correct it. ${shouldBe}`)];
}

/** Zod gives the same issue for a missing key and for one of the wrong type; only its text tells them apart. */
function isMissing(issue: z.core.$ZodIssue): boolean {
  return /received undefined/.test(issue.message);
}

function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const target = schemaAt(schema, path);
  return target instanceof z.ZodObject ? Object.keys(target.shape) : [];
}

/** The schema's own description of a field: the same words feed the author guide. */
function describeField(schema: z.ZodType, path: readonly PropertyKey[]): string | undefined {
  for (let depth = path.length; depth > 0; depth--) {
    const described = schemaAt(schema, path.slice(0, depth), (inner) => inner.description === undefined)?.description;
    if (described) return described;
  }
  return undefined;
}

/** Follows keys and indices into a schema, through optional, array, record and union wrappers. */
function schemaAt(
  schema: z.ZodType,
  path: readonly PropertyKey[],
  shouldUnwrapLast: (schema: z.ZodType) => boolean = () => true,
): z.ZodType | undefined {
  let current: z.ZodType | undefined = schema;
  for (const key of path) {
    current =
      current &&
      stepInto(
        unwrap(current, () => true),
        key,
      );
  }
  return current && unwrap(current, shouldUnwrapLast);
}

function stepInto(schema: z.ZodType, key: PropertyKey): z.ZodType | undefined {
  if (schema instanceof z.ZodObject) return schema.shape[String(key)] as z.ZodType | undefined;
  if (schema instanceof z.ZodArray) return schema.element as z.ZodType;
  if (schema instanceof z.ZodRecord) return schema.valueType as z.ZodType;
  if (schema instanceof z.ZodDiscriminatedUnion) {
    return (schema.options as z.ZodType[]).map((option) => stepInto(option, key)).find((found) => found !== undefined);
  }
  return undefined;
}

function unwrap(schema: z.ZodType, shouldUnwrap: (schema: z.ZodType) => boolean): z.ZodType {
  let current = schema;
  while ((current instanceof z.ZodOptional || current instanceof z.ZodDefault) && shouldUnwrap(current)) {
    current = current.unwrap() as z.ZodType;
  }
  return current;
}
