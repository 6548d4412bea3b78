/** The columns of exported files, as the catalogue of fields has them. */
import { CATALOGUE, type Aggregate, type FieldFacts } from '@wellpulse/contracts';
import type { CsvCell } from '@wellpulse/domain';
import type { z } from 'zod';
import { words } from './language.ts';

/** A file's columns by their headings, in their order. */
export type ExportColumns<Item> = Readonly<Record<string, (item: Item) => CsvCell>>;

type CellName<Item> = {
  [Name in keyof Item]: Item[Name] extends CsvCell ? Name & string : never;
}[keyof Item];

/** Columns that hold an item's values as they are. */
export const columnsOf = <Item extends object>(names: readonly CellName<Item>[]): ExportColumns<Item> =>
  Object.fromEntries(names.map((name) => [name, (item: Item) => item[name] as CsvCell]));

/** The exported fields of an aggregate that items of `schema` have, in the catalogue's order; codes in their words. */
export function fieldColumns<Schema extends z.ZodObject>(
  aggregate: Aggregate,
  { shape }: Schema,
): ExportColumns<z.output<Schema>> {
  const exported = Object.entries<FieldFacts>(CATALOGUE[aggregate]).filter(
    ([name, facts]) => facts.exported && name in shape,
  );
  return Object.fromEntries(
    exported.map(([name, { kind }]) => {
      // Whatever is exported is a text, a number or nothing.
      const valueOf = (item: z.output<Schema>) => item[name] as CsvCell;
      if (kind !== 'CODE') return [name, valueOf];
      const inWords = (item: z.output<Schema>): CsvCell => {
        const code = valueOf(item);
        return typeof code === 'string' ? words.codeName(aggregate, name, code) : code;
      };
      return [name, inWords];
    }),
  );
}
