/**
 * Makes a request body refuse fields that it does not know, at every depth. A misspelled field would otherwise be
 * dropped in silence, and with it a value that a person typed. `endpoint` applies this to every body (ADR 31).
 */
import { z } from 'zod';

/**
 * The same body, which refuses unknown fields. The server owns `serverFields`: these are known and dropped, whatever they
 * hold. So a caller may send a record back as it was read.
 */
export function knownFieldsOnly(body: z.ZodType, serverFields: readonly string[] = []): z.ZodType {
  const strict = strictly(body);
  if (!isKind('object', strict)) return strict;
  const ignored = new Set(serverFields.filter((field) => !Object.hasOwn(strict.shape, field)));
  if (ignored.size === 0) return strict;
  return strict
    .safeExtend(Object.fromEntries([...ignored].map((field) => [field, ignoredSchema])))
    .overwrite((given) => Object.fromEntries(Object.entries(given).filter(([field]) => !ignored.has(field))));
}

const ignoredSchema = z.unknown().optional().meta({ readOnly: true, description: 'Ignored in a request' });

interface Kinds {
  readonly object: z.ZodObject;
  readonly array: z.ZodArray<z.ZodType>;
  readonly optional: z.ZodOptional<z.ZodType>;
  readonly nullable: z.ZodNullable<z.ZodType>;
  readonly prefault: z.ZodPrefault<z.ZodType>;
}

/** Not `instanceof`: zod answers that by `Symbol.hasInstance`, which a phone's engine may not ask (ADR 82). */
export const isKind = <Kind extends keyof Kinds>(kind: Kind, schema: z.ZodType): schema is Kinds[Kind] =>
  schema.def.type === kind;

function strictly(schema: z.ZodType): z.ZodType {
  if (isKind('object', schema)) return strictObject(schema);
  if (isKind('array', schema)) return around(schema, 'element', schema.element);
  if (isKind('optional', schema)) return around(schema, 'innerType', schema.unwrap());
  if (isKind('nullable', schema)) return around(schema, 'innerType', schema.unwrap());
  if (isKind('prefault', schema)) return around(schema, 'innerType', schema.unwrap());
  return schema;
}

/** A schema without objects stays itself, and with it keeps its description. */
function around(schema: z.ZodType, part: string, inner: z.ZodType): z.ZodType {
  const strict = strictly(inner);
  return strict === inner ? schema : schema.clone({ ...schema.def, [part]: strict });
}

function strictObject(schema: z.ZodObject): z.ZodType {
  const shape = Object.fromEntries(
    Object.entries(schema.shape as Record<string, z.ZodType>).map(([key, field]) => [key, strictly(field)]),
  );
  // An object that has a rule for other fields keeps it.
  const catchall = schema.def.catchall ?? z.never();
  return schema.clone({ ...schema.def, shape, catchall });
}
