import { z } from 'zod';

/** The keys a schema knows at a path, for an author who used another. */
export function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const target = schemaAt(schema, path, () => true);
  return target instanceof z.ZodObject ? Object.keys(target.shape) : [];
}

/** The schema's own description of a field, or of the nearest field around it: the author guide in a sentence. */
export function describeField(schema: z.ZodType, path: readonly PropertyKey[]): string | undefined {
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
  shouldUnwrapLast: (schema: z.ZodType) => boolean,
): z.ZodType | undefined {
  let current: z.ZodType | undefined = schema;
  for (const key of path)
    current =
      current &&
      stepInto(
        unwrap(current, () => true),
        key,
      );
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
