/** True if the event's author was looking at another version of the record than the present one. */
export const isStale = (
  event: { readonly baseVersion: number | null },
  row: { readonly version: number },
): boolean => event.baseVersion !== null && event.baseVersion !== row.version;

/** The fields of `update` that differ from what the record holds; undefined ones were not given. */
export function changedFields<Row extends object>(
  row: Row,
  update: { readonly [Key in keyof Row]?: Row[Key] | undefined },
): Partial<Row> {
  const changed: Partial<Row> = {};
  for (const key of Object.keys(update) as (keyof Row)[]) {
    const value = update[key];
    if (value !== undefined && !sameValue(row[key], value)) changed[key] = value;
  }
  return changed;
}

/**
 * Values are scalars, lists of ids and maps of values; two lists are the same if they hold the same.
 *
 * @example
 * sameValue(null, 0); // false
 */
export function sameValue(left: unknown, right: unknown): boolean {
  if (Array.isArray(left) && Array.isArray(right)) {
    return (
      left.length === right.length &&
      new Set([...(left as unknown[]), ...(right as unknown[])]).size === left.length
    );
  }
  if (isMap(left) && isMap(right)) {
    const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
    return [...keys].every((key) => sameValue(left[key], right[key]));
  }
  return left === right;
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What an event names of these fields; undefined ones were not given.
 *
 * @example
 * givenFields({ oilVolume: 42.5, notes: undefined }, ['oilVolume', 'notes']); // { oilVolume: 42.5 }
 */
export const givenFields = (
  payload: Readonly<Record<string, unknown>>,
  fields: readonly string[],
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    fields.flatMap((field) => (payload[field] === undefined ? [] : [[field, payload[field]]])),
  );
