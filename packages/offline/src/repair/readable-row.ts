/** What of a row is kept in a database that is made anew: nothing that the app could not read. */
import type { SqlRow } from '../ports/sqlite.ts';
import { eventIdOf, isJson, isJsonObject } from './scanned-rows.ts';

const MIRROR_TEXTS = ['server_row', 'local_row'] as const;
/** Values of `meta` that are JSON. */
const META_TEXTS: readonly unknown[] = [
  'device_identity',
  'held_days',
  'data_damage',
  'recovered',
  'recovery_report',
];
/** An entry that is sent once more gets the same answer. */
const NOT_ANSWERED = { status: 'PENDING', settled_at: null, outcome: null, mirror_state: 'NOT_YET' } as const;

const READERS: Readonly<Record<string, (row: SqlRow) => SqlRow | null>> = {
  event_log: (row) => (eventIdOf(row['event']) === row['id'] ? withAnswer(row) : null),
  device: (row) => (isNullOr(isJson, row['settings']) ? row : { ...row, settings: null }),
  drafts: (row) => (isJson(row['content']) ? row : null),
  identity_copy: (row) => (isJsonObject(row['content']) ? row : null),
  meta: (row) => (!META_TEXTS.includes(row['key']) || isJsonObject(row['value']) ? row : null),
};

/** Null for a row that is no good without what is damaged in it. */
export function readableRow(table: string, row: SqlRow): SqlRow | null {
  if (MIRROR_TEXTS.some((column) => !isNullOr(isJsonObject, row[column]))) return null;
  return READERS[table]?.(row) ?? (READERS[table] === undefined ? row : null);
}

function withAnswer(row: SqlRow): SqlRow {
  if (isNullOr(isJsonObject, row['outcome'])) return row;
  return row['status'] === 'SKIPPED' ? { ...row, outcome: null } : { ...row, ...NOT_ANSWERED };
}

const isNullOr = (is: (text: unknown) => boolean, value: unknown): boolean =>
  value === null || value === undefined || is(value);
