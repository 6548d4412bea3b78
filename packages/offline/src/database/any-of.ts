import { sql, type RawBuilder } from 'kysely';

/** `where('id', 'in', anyOf(ids))`: one parameter, however many values. */
export const anyOf = (values: readonly string[]): RawBuilder<string> => anyOfJson(JSON.stringify(values));

/** The same for values that are a JSON list already, as a kept query is given them. */
export const anyOfJson = <Value = string>(values: string): RawBuilder<Value> =>
  sql<Value>`(select value from json_each(${values}))`;
