/** The device's tables, as queries see them. `migrations.ts` makes them. */
import type { Generated, GeneratedAlways } from 'kysely';

/** Only `PENDING` is unsettled. `FAILED` waits for the person, who enters it again or skips it. */
export const EVENT_STATUSES = ['PENDING', 'SYNCED', 'CONFLICT', 'FAILED', 'SKIPPED'] as const;
export type EventStatus = (typeof EVENT_STATUSES)[number];

/**
 * Whether what the server sent us contains a settled event already: it was settled before the running pull began (`AWAITED`),
 * the pull brought its record (`SEEN`), and it is complete (`CONTAINED`).
 */
export type MirrorState = 'NOT_YET' | 'AWAITED' | 'SEEN' | 'CONTAINED';

export interface EventLogTable {
  /** The order in which events came to this device. */
  position: GeneratedAlways<number>;
  id: string;
  device_id: string;
  device_sequence: number;
  user_id: string;
  event_type: string;
  aggregate_id: string;
  record_key: string;
  /** Told by the event's text. */
  base_version: Generated<number | null>;
  timestamp: string;
  /** The event as it was signed: RFC 8785 JSON, without the signature. */
  event: string;
  /** Replaced only if the server refused it, and its author has another key since (ADR 38). */
  signature: string;
  /** `OWN`, or `IMPORTED` from another device's file. */
  origin: 'OWN' | 'IMPORTED';
  status: Generated<EventStatus>;
  settled_at: string | null;
  /** What the server answered, as JSON: a conflict or a failure. */
  outcome: string | null;
  mirror_state: Generated<MirrorState>;
  /** The failed event that this one was entered instead of. */
  corrects_id: string | null;
  skip_reason: string | null;
  /** In which stretch of its device's clock it was saved; null from before stretches were kept. */
  stretch_id: string | null;
  /** Of a settled event: server less its device's wall clock, in milliseconds, as it was sent. */
  sent_offset: number | null;
}

export interface SyncQueueTable {
  event_id: string;
  retry_count: Generated<number>;
  last_error: string | null;
  /** By this device's clock, in milliseconds since 1970; so is the next try, which is 0 for at once. */
  failed_at: Generated<number>;
  next_retry_at: Generated<number>;
  /** 1: the server knows no key that made its signature. Its author has to sign in. */
  waits_for_author: Generated<0 | 1>;
  /** The number that the event gets when its author signs it anew; 0 for the next one, null if it keeps its own. */
  new_number: number | null;
}

/** The batch that is on its way, so that after a crash the very same one is sent again. */
export interface SyncAttemptTable {
  id: 1;
  idempotency_key: string;
  sent_at: string;
  event_ids: string;
  tries: number;
  /** The present stretch and the monotonic clock when it was written down. */
  present_stretch: string;
  present_monotonic: number;
  /** The offset of its events, in milliseconds. */
  sent_offset: number;
}

/** A record as the server has it. If own events lie on top of it, also as it looks with them. */
export interface RecordColumns {
  key: string;
  /** 0: the server has no such record. */
  server_version: Generated<number>;
  server_row: string | null;
  local_row: string | null;
  id: GeneratedAlways<string>;
  /** What the server calls the record; ours may have another id until it answers. */
  server_id: GeneratedAlways<string | null>;
  deleted: GeneratedAlways<number>;
}

export interface WellsTable extends RecordColumns {
  name: GeneratedAlways<string>;
  route: GeneratedAlways<string | null>;
  route_position: GeneratedAlways<number | null>;
  /** Of `routeOrderKey`. */
  route_order: string;
  /** Of `searchKey`. */
  name_key: string;
  api_number: GeneratedAlways<string>;
}

export interface ProductionTable extends RecordColumns {
  well_id: string;
  production_date: string;
  oil_volume: GeneratedAlways<number | null>;
  gas_volume: GeneratedAlways<number | null>;
  water_volume: GeneratedAlways<number | null>;
}

export interface EquipmentTable extends RecordColumns {
  well_id: GeneratedAlways<string>;
  serial_number: GeneratedAlways<string>;
  /** Of `searchKey`, each of the row that its name says. */
  server_serial_key: Generated<string>;
  local_serial_key: Generated<string>;
  /** Of the row that counts. */
  serial_key: GeneratedAlways<string>;
}

export interface MaintenanceTable extends RecordColumns {
  equipment_id: string;
  maintenance_date: GeneratedAlways<string>;
}

/** When each item is due; made again from items, maintenance, wells and settings when one of them changes. */
export interface EquipmentDueTable {
  equipment_id: string;
  /** Null if nothing says a day. */
  due_on: string | null;
  /** 1: something changed since the day was worked out. Triggers say so. */
  is_stale: Generated<0 | 1>;
}

export interface ConflictsTable extends RecordColumns {
  status: GeneratedAlways<string>;
}

export interface AlertsTable extends RecordColumns {
  well_id: GeneratedAlways<string>;
  status: GeneratedAlways<string>;
}

export type PhotoState = 'WAITING' | 'UPLOADING' | 'STORED';

export interface PhotosTable {
  photo_id: string;
  /** Null while the photo belongs to a draft. */
  event_id: string | null;
  /** Of a photo that belongs to an entry, the item or the well; null while it belongs to a draft. */
  equipment_id: string | null;
  well_id: string | null;
  sha256: string;
  size_bytes: number;
  content_type: string;
  /** Null when the file was removed: the server has had it for a while, or the room was needed. */
  path: string | null;
  state: Generated<PhotoState>;
  retry_count: Generated<number>;
  last_error: string | null;
  failed_at: Generated<number>;
  next_retry_at: Generated<number>;
  /** 1: trying again won't help by itself. It is tried all the same, until the person skips it. */
  needs_person: Generated<0 | 1>;
  skip_reason: string | null;
  created_at: string;
  /** When the server last said that it has the photo, by the server's clock. Null before the first time. */
  stored_at: string | null;
}

/** What the server sent and this app could not read. */
export interface UnreadRecordsTable {
  entity: string;
  id: string;
  /** As in the log; null if even that could not be read. */
  record_key: string | null;
  /** Which version of the app it was that could not. */
  reader: string;
}

/** While a pull begins anew: what it has brought by now. */
export interface PulledRecordsTable {
  entity: string;
  id: string;
}

/** States of records that the server may have lost when it was put back. No event of a device brings them again. */
export interface LostRecordsTable {
  number: Generated<number>;
  /** The record's. One that several restores met has several states here. */
  id: string;
  entity: string;
  version: number;
  deleted: number;
  /** As the server had sent it. */
  row: string;
  /** When the server heard of it; null if it has not. */
  told_at: Generated<string | null>;
  /** 1 if it was found after an earlier restore than the last one. */
  is_former: Generated<number>;
}

export interface DraftsTable {
  form_key: string;
  content: string;
  saved_at: string;
}

export interface DeviceTable {
  id: 1;
  device_id: string;
  tenant_id: string;
  tenant_slug: string;
  tenant_name: string;
  time_zone: string;
  name: string;
  platform: string;
  /** The last `deviceSequence` that was given out. */
  last_sequence: number;
  /** Numbers from here on were given out since the data was opened. The server has not yet said which ones it has. */
  unconfirmed_from: number | null;
  /** The tenant's settings as JSON, once they were read. */
  settings: string | null;
}

export interface UsersTable {
  id: string;
  email: string;
  name: string;
  role: string;
  access_token: string | null;
  access_expires_at: number | null;
  refresh_token: string | null;
  /** The key that the refresh token is used with, from before that was first tried. */
  refresh_key: string | null;
  /** Where this person's pull goes on; each may see other records. */
  cursor: string | null;
  signed_in_at: string;
}

export interface ArchiveTable {
  device_sequence: number;
  device_id: string;
  event_id: string;
  status: EventStatus;
  settled_at: string;
}

/** Times in which nobody set a device's clock, from the oldest to the newest. All columns but ids are milliseconds. */
export interface ClockStretchesTable {
  number: GeneratedAlways<number>;
  id: string;
  /** Null for this device's own; else the device that made it, from whose file it came. */
  device_id: string | null;
  boot: string;
  /** Null where the monotonic clock stops in sleep. */
  lead: number | null;
  first_wall: number;
  last_wall: number;
  last_monotonic: number;
  anchor_wall: number | null;
  anchor_server: number | null;
}

/** Who the device and its people are, as JSON; without sessions, of which an old one does harm. */
export interface IdentityCopyTable {
  id: 1;
  content: string;
}

export interface MetaTable {
  key: string;
  value: string;
}

export interface DeviceTables {
  event_log: EventLogTable;
  sync_queue: SyncQueueTable;
  sync_attempt: SyncAttemptTable;
  wells: WellsTable;
  production_data: ProductionTable;
  equipment: EquipmentTable;
  equipment_maintenance: MaintenanceTable;
  equipment_due: EquipmentDueTable;
  conflicts: ConflictsTable;
  alerts: AlertsTable;
  photos: PhotosTable;
  unread_records: UnreadRecordsTable;
  pulled_records: PulledRecordsTable;
  lost_records: LostRecordsTable;
  drafts: DraftsTable;
  device: DeviceTable;
  users: UsersTable;
  event_archive: ArchiveTable;
  clock_stretches: ClockStretchesTable;
  identity_copy: IdentityCopyTable;
  meta: MetaTable;
}
