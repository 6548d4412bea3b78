/** Which rows that were found in pages are of which table: what they hold tells it. */
import type { SqlValue } from '../ports/sqlite.ts';
import type { ScannedValue } from './scan-pages.ts';

export interface ScannedRow {
  readonly table: 'event_log' | 'device' | 'users' | 'meta' | 'drafts' | 'photos' | 'wells';
  readonly values: Readonly<Record<string, SqlValue>>;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const HASH = /^[0-9a-f]{64}$/;
const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
const META_KEY = /^[a-z]+(?:_[a-z]+)+$/;
const PLATFORMS: readonly ScannedValue[] = ['ELECTRON', 'IOS', 'ANDROID', 'WEB'];
const ROLES: readonly ScannedValue[] = ['VIEWER', 'OPERATOR', 'MANAGER', 'ADMIN'];

const is = (pattern: RegExp, value: ScannedValue | undefined): boolean =>
  typeof value === 'string' && pattern.test(value);

const named = (columns: readonly string[], row: readonly ScannedValue[], from = 0) =>
  Object.fromEntries(columns.map((column, index) => [column, row[from + index] ?? null]));

/** Null for a row of any other table, or one that is not whole. */
export function recognise(row: readonly ScannedValue[]): ScannedRow | null {
  return (
    eventIn(row) ?? deviceIn(row) ?? photoIn(row) ?? userIn(row) ?? draftIn(row) ?? wellIn(row) ?? metaIn(row)
  );
}

const BEFORE_TEXT = [
  'device_id',
  'device_sequence',
  'user_id',
  'event_type',
  'aggregate_id',
  'record_key',
  'timestamp',
];
const FROM_TEXT = [
  'event',
  'signature',
  'origin',
  'status',
  'settled_at',
  'outcome',
  'mirror_state',
  'corrects_id',
  'skip_reason',
  'stretch_id',
  'sent_offset',
];

function eventIn(row: readonly ScannedValue[]): ScannedRow | null {
  const at = 2 + BEFORE_TEXT.length;
  const [, id] = row;
  if (!is(UUID, id) || !is(HASH, row[at + 1]) || eventIdOf(row[at]) !== id) return null;
  const values = { id: id ?? null, ...named(BEFORE_TEXT, row, 2), ...named(FROM_TEXT, row, at) };
  return { table: 'event_log', values };
}

export function isJson(text: unknown): boolean {
  try {
    JSON.parse(String(text));
    return true;
  } catch {
    return false;
  }
}

/** Whether the text is an object or a list. */
export function isJsonObject(text: unknown): boolean {
  try {
    const value: unknown = JSON.parse(String(text));
    return typeof value === 'object' && value !== null;
  } catch {
    return false;
  }
}

/** Null unless the text is an event. */
export function eventIdOf(text: unknown): unknown {
  if (typeof text !== 'string' || !text.startsWith('{')) return null;
  try {
    const { id, deviceId, payload } = JSON.parse(text) as Record<string, unknown>;
    return typeof deviceId === 'string' && typeof payload === 'object' ? id : null;
  } catch {
    return null;
  }
}

const DEVICE = [
  'device_id',
  'tenant_id',
  'tenant_slug',
  'tenant_name',
  'time_zone',
  'name',
  'platform',
  'last_sequence',
  'settings',
  'unconfirmed_from',
];

const deviceIn = (row: readonly ScannedValue[]): ScannedRow | null =>
  is(UUID, row[1]) && is(UUID, row[2]) && PLATFORMS.includes(row[7] ?? null)
    ? { table: 'device', values: { id: 1, ...named(DEVICE, row, 1) } }
    : null;

const USER = [
  'id',
  'email',
  'name',
  'role',
  'access_token',
  'access_expires_at',
  'refresh_token',
  'cursor',
  'signed_in_at',
  'refresh_key',
];

const userIn = (row: readonly ScannedValue[]): ScannedRow | null =>
  is(UUID, row[0]) && ROLES.includes(row[3] ?? null) && is(INSTANT, row[8])
    ? { table: 'users', values: named(USER, row) }
    : null;

const PHOTO = [
  'photo_id',
  'event_id',
  'equipment_id',
  'sha256',
  'size_bytes',
  'content_type',
  'path',
  'state',
  'retry_count',
  'last_error',
  'next_retry_at',
  'created_at',
  'needs_person',
  'skip_reason',
  'well_id',
  'failed_at',
  'stored_at',
];

const photoIn = (row: readonly ScannedValue[]): ScannedRow | null =>
  is(UUID, row[0]) && is(HASH, row[3]) && is(INSTANT, row[11])
    ? // A row from before its table had all these columns has fewer.
      { table: 'photos', values: named(PHOTO.slice(0, row.length), row) }
    : null;

const WELL = ['key', 'server_version', 'server_row', 'local_row', 'route_order', 'name_key'];

/** Without its well nothing can be entered before the next pull. */
const wellIn = (row: readonly ScannedValue[]): ScannedRow | null =>
  is(UUID, row[0]) && is(/^\{.*"apiNumber":/, row[2]) && typeof row[4] === 'string' && isJson(row[2])
    ? // A row from before its table had all these columns has fewer.
      { table: 'wells', values: named(WELL.slice(0, row.length), row) }
    : null;

const draftIn = (row: readonly ScannedValue[]): ScannedRow | null =>
  row.length === 3 && typeof row[0] === 'string' && typeof row[1] === 'string' && is(INSTANT, row[2])
    ? { table: 'drafts', values: named(['form_key', 'content', 'saved_at'], row) }
    : null;

const metaIn = (row: readonly ScannedValue[]): ScannedRow | null =>
  row.length === 2 && is(META_KEY, row[0]) && typeof row[1] === 'string'
    ? { table: 'meta', values: named(['key', 'value'], row) }
    : null;
