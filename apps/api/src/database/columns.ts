/** Columns are named as the fields of records are, in snake case: `oilVolume` stands in `oil_volume`. */
import type { z } from 'zod';

type SnakeCase<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? First extends Lowercase<First>
    ? `${First}${SnakeCase<Rest>}`
    : `_${Lowercase<First>}${SnakeCase<Rest>}`
  : Name;

/** The columns that hold a record. */
export type Columns<Fields> = {
  -readonly [Name in keyof Fields & string as SnakeCase<Name>]: Fields[Name];
};

/** The column of a record's field. */
export const columnOf = (name: string): string =>
  name.replaceAll(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);

export interface RowMapping<Fields> {
  /** Of a row with further columns, those are left out. */
  readonly toRecord: (row: Columns<Fields>) => Fields;
  readonly toRow: (record: Fields) => Columns<Fields>;
}

/** Between a record and its columns, both ways. `names` are all fields of the record. */
export function mapRows<Fields extends object>(
  names: readonly (keyof Fields & string)[],
): RowMapping<Fields> {
  const toRecord = names.map((name) => [columnOf(name), name] as const);
  const toRow = names.map((name) => [name, columnOf(name)] as const);
  // What comes out has the type that the names say.
  return {
    toRecord: (row) => renamed(row, toRecord) as Fields,
    toRow: (record) => renamed(record, toRow) as Columns<Fields>,
  };
}

/** The fields of a record, by its schema. */
export const namesIn = <Schema extends z.ZodObject>(schema: Schema): (keyof z.output<Schema> & string)[] =>
  Object.keys(schema.shape);

/** The same for a record by its schema: a new field needs nothing here. */
export const mapSchema = <Schema extends z.ZodObject>(schema: Schema): RowMapping<z.output<Schema>> =>
  mapRows<z.output<Schema>>(namesIn(schema));

/** A loop, since it runs for each of the millions of rows of an import. */
function renamed(from: object, names: readonly (readonly [string, string])[]): object {
  const values = from as Readonly<Record<string, unknown>>;
  const copy: Record<string, unknown> = {};
  for (const [name, target] of names) copy[target] = values[name];
  return copy;
}
