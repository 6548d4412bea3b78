/**
 * What is known of a record's fields. Each aggregate lists its fields once, in `<aggregate>.fields.ts`; schemas, tables,
 * files, forms, conflicts and histories are made from that list (ADR 37, ADR 71).
 */
import type { z } from 'zod';
import { blankIsNull, daySchema, text } from './fields.ts';

export type FieldKind =
  | 'TEXT'
  | 'NUMBER'
  | 'DAY'
  | 'MONTH'
  | 'INSTANT'
  | 'FLAG'
  | 'CODE'
  | 'REFERENCE'
  | 'REFERENCES'
  | 'PHOTOS'
  | 'LOCATION'
  | 'STRUCTURE';

/** As it stands beside the number, in every language. */
export type Unit = 'bbl' | 'MCF' | 'psi' | 'USD' | 'days' | '°' | '%';

/** What is known of a field. */
export interface FieldFacts {
  readonly kind: FieldKind;
  /** The limits of a value; null is taken only where `nullable` says so. */
  readonly schema: z.ZodType;
  /** Of a number; undefined for a count. */
  readonly unit?: Unit;
  /** Of a text. */
  readonly maxLength?: number;
  /**
   * `KEY`: given with the record and never changed. `VALUE`: given and changed by people. `ENTRY`: comes with an entry and
   * is not typed. `CLAIM`: what an entry says of its own values, merged with them. `SERVER`: worked out by the server.
   */
  readonly part: 'KEY' | 'VALUE' | 'ENTRY' | 'CLAIM' | 'SERVER';
  /** Null says that nobody gave a value; it is not zero. */
  readonly nullable: boolean;
  /** What a new record holds when nobody gives a value that can't be null. */
  readonly initial?: unknown;
  /** Two people may change it at the same time: their changes are merged (docs/sync-protocol.md, "Conflicts"). */
  readonly contested: boolean;
  /** A column of the files that people export. */
  readonly exported: boolean;
  /** A history leaves it out: each of its steps says the same in another way. */
  readonly untold?: true;
}

/** In the order in which people read the fields: of a file's columns, a history and a form. */
export type FieldCatalogue = Readonly<Record<string, FieldFacts>>;

export const textField = (maxLength: number, minLength = 0) =>
  ({ kind: 'TEXT', maxLength, schema: text(maxLength, minLength) }) as const;

export const dayField = { kind: 'DAY', schema: daySchema } as const;

/** An instant that the server writes. */
export const instantField = (schema: z.ZodString) => ({ kind: 'INSTANT', schema }) as const;

export const numberField = <Schema extends z.ZodType, const Of extends Unit>(schema: Schema, unit: Of) =>
  ({ kind: 'NUMBER', schema, unit }) as const;

/** A number that counts or places something, and has no unit. */
export const countField = <Schema extends z.ZodType>(schema: Schema) => ({ kind: 'NUMBER', schema }) as const;

export const codeField = <Schema extends z.ZodType>(schema: Schema) => ({ kind: 'CODE', schema }) as const;

type Kept<Facts extends FieldFacts> = Facts['nullable'] extends true
  ? z.ZodNullable<Facts['schema']>
  : Facts['schema'];

/** What may be left out. */
type HasInitial<Facts extends FieldFacts> = Facts extends { nullable: true } | { initial: unknown }
  ? true
  : false;

export type ValueShape<Fields extends FieldCatalogue> = {
  -readonly [Name in keyof Fields]: Kept<Fields[Name]>;
};
export type FilledShape<Fields extends FieldCatalogue> = {
  -readonly [Name in keyof Fields]: HasInitial<Fields[Name]> extends true
    ? z.ZodDefault<Kept<Fields[Name]>>
    : Kept<Fields[Name]>;
};
export type PayloadShape<Fields extends FieldCatalogue> = {
  -readonly [Name in keyof Fields]: HasInitial<Fields[Name]> extends true
    ? z.ZodOptional<Kept<Fields[Name]>>
    : Kept<Fields[Name]>;
};
export type ValuesOf<Fields extends FieldCatalogue> = {
  -readonly [Name in keyof Fields]: z.output<Kept<Fields[Name]>>;
};

export type NameOf<Fields extends FieldCatalogue> = keyof Fields & string;

/** The fields of one part. */
export type PartOf<Fields extends FieldCatalogue, Part extends FieldFacts['part']> = {
  readonly [Name in keyof Fields as Fields[Name]['part'] extends Part ? Name : never]: Fields[Name];
};

const hasInitial = (facts: FieldFacts): boolean => facts.nullable || facts.initial !== undefined;
const initialOf = (facts: FieldFacts): unknown => facts.initial ?? null;
function kept({ kind, schema, nullable }: FieldFacts): z.ZodType {
  if (!nullable) return schema;
  return kind === 'TEXT' ? blankIsNull(schema.nullable()) : schema.nullable();
}

/** What `make` makes of each field, by its name. The types above say more of it than a program can see here. */
const mapFields = (
  fields: FieldCatalogue,
  make: (facts: FieldFacts, name: string) => unknown,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(fields).map(([name, facts]) => [name, make(facts, name)]));

/** The schemas of a record's values. */
export const valueShape = <Fields extends FieldCatalogue>(fields: Fields) =>
  mapFields(fields, kept) as ValueShape<Fields>;

/**
 * The same where something may be left out: it becomes null, or the field's initial value. An entry leaves out what was
 * not measured; a record lacks a field that is newer than the server, page or app that wrote it.
 *
 * @example
 * const itemSchema = z.object(filledShape(EQUIPMENT_FIELDS));
 */
export const filledShape = <Fields extends FieldCatalogue>(fields: Fields) =>
  mapFields(fields, (facts) =>
    hasInitial(facts) ? kept(facts).default(initialOf(facts)) : kept(facts),
  ) as FilledShape<Fields>;

/** The schemas of the payload that creates a record: what is left out stays out of the log. */
export const payloadShape = <Fields extends FieldCatalogue>(fields: Fields) =>
  mapFields(fields, (facts) =>
    hasInitial(facts) ? kept(facts).optional() : kept(facts),
  ) as PayloadShape<Fields>;

/** What a new record holds by such a payload. */
export const valuesFrom = <Fields extends FieldCatalogue>(
  fields: Fields,
  payload: z.output<z.ZodObject<PayloadShape<Fields>>>,
) => {
  const given: Readonly<Record<string, unknown>> = payload;
  return mapFields(fields, (facts, name) => given[name] ?? initialOf(facts)) as ValuesOf<Fields>;
};

/** What stands for each field that a record lacks. A field without such a value is never new: every record has it. */
export const missingValues = (fields: FieldCatalogue): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, facts]) => (hasInitial(facts) ? [[name, initialOf(facts)]] : [])),
  );

/**
 * The fields of one part of a record, such as those that people type.
 *
 * @example
 * Object.keys(partOf(PRODUCTION_FIELDS, 'VALUE')).includes('oilVolume'); // true
 */
export const partOf = <Fields extends FieldCatalogue, Part extends FieldFacts['part']>(
  fields: Fields,
  part: Part,
) =>
  Object.fromEntries(Object.entries(fields).filter(([, facts]) => facts.part === part)) as PartOf<
    Fields,
    Part
  >;

/**
 * The names of a catalogue's fields, in its order.
 *
 * @example
 * namesOf(DEVICE_FIELDS).includes('wipedAt'); // true
 */
export const namesOf = <Fields extends FieldCatalogue>(fields: Fields): NameOf<Fields>[] =>
  Object.keys(fields);

/**
 * Something for each field, by its name.
 *
 * @example
 * forEachField(PRODUCTION_FIELDS, (name, { unit }) => unit).oilVolume; // 'bbl'
 */
export const forEachField = <Fields extends FieldCatalogue, Made>(
  fields: Fields,
  make: (name: NameOf<Fields>, facts: FieldFacts) => Made,
) => mapFields(fields, (facts, name) => make(name, facts)) as Record<NameOf<Fields>, Made>;

/**
 * These fields of a record, and nothing else of it.
 *
 * @example
 * const values = pickFields(PRODUCTION_VALUES, record);
 */
export const pickFields = <Fields extends FieldCatalogue, Of extends Readonly<Record<keyof Fields, unknown>>>(
  fields: Fields,
  record: Of,
) => mapFields(fields, (_, name) => record[name]) as Pick<Of, keyof Fields>;

type Flag = 'contested' | 'exported' | 'nullable';
type NameWith<Fields extends FieldCatalogue, Of extends Flag> = {
  [Name in keyof Fields]: Fields[Name][Of] extends true ? Name : never;
}[keyof Fields] &
  string;

/**
 * The names of the fields that are `contested`, `exported` or `nullable`, in the catalogue's order.
 *
 * @example
 * namesWith(PRODUCTION_FIELDS, 'contested').includes('oilVolume'); // true
 */
export const namesWith = <Fields extends FieldCatalogue, Of extends Flag>(
  fields: Fields,
  flag: Of,
): NameWith<Fields, Of>[] =>
  Object.entries(fields).flatMap(([name, facts]) => (facts[flag] ? [name] : [])) as NameWith<Fields, Of>[];

/**
 * The names of the fields whose changes a history tells; what never changes has none.
 *
 * @example
 * toldNames(PRODUCTION_FIELDS).includes('productionDate'); // false
 */
export const toldNames = (fields: FieldCatalogue): string[] =>
  Object.entries(fields).flatMap(([name, { part, untold }]) =>
    part === 'KEY' || untold === true ? [] : [name],
  );
