import { sql, type RawBuilder } from 'kysely';

/** `where('id', 'in', anyOf(ids))`: one parameter, however many values. */
export const anyOf = (values: readonly string[]): RawBuilder<string> =>
  sql<string>`(select value from json_each(${JSON.stringify(values)}))`;
