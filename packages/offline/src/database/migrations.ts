/**
 * The device's schema, step by step. A step that was released is never changed; the next one changes what it made.
 * `event_log` holds what people typed: it is migrated, never rebuilt. The record tables are made again from the server
 * and the log at any time.
 */

import { routeOrderKey, type WellRow } from '@wellpulse/domain';
import type { Migration } from './migration.ts';
import { awaitedAuthors } from './migrations/0026-awaited-authors.migration.ts';
import { eachLostState } from './migrations/0027-each-lost-state.migration.ts';
import { beginningsOfWaits } from './migrations/0018-beginnings-of-waits.migration.ts';
import { identityCopy } from './migrations/0014-identity-copy.migration.ts';
import { keptPhotos } from './migrations/0020-kept-photos.migration.ts';
import { lostRecords } from './migrations/0024-lost-records.migration.ts';
import { offersKept } from './migrations/0025-offers-kept.migration.ts';
import { photosOfReadings } from './migrations/0015-photos-of-readings.migration.ts';
import { searchKeys } from './migrations/0017-search-keys.migration.ts';
import { fewerPages, statistics } from './statistics.ts';

/** A table of records; `columns` are taken out of the row that counts, or stand by themselves. */
const recordTable = (
  name: string,
  columns: { readonly own?: readonly string[]; readonly fromRow?: Readonly<Record<string, string>> },
): string => {
  const fromRow = { id: 'TEXT $.id', ...columns.fromRow };
  const generated = Object.entries(fromRow).map(([column, source]) => {
    const [type = '', path = ''] = source.split(' ');
    return `${column} ${type} GENERATED ALWAYS AS (json_extract(coalesce(local_row, server_row), '${path}')) VIRTUAL`;
  });
  return `CREATE TABLE ${name} (${[
    'key TEXT PRIMARY KEY',
    ...(columns.own ?? []).map((column) => `${column} TEXT NOT NULL`),
    'server_version INTEGER NOT NULL DEFAULT 0',
    'server_row TEXT',
    'local_row TEXT',
    ...generated,
    `server_id TEXT GENERATED ALWAYS AS (json_extract(server_row, '$.id')) VIRTUAL`,
    `deleted INTEGER GENERATED ALWAYS AS (coalesce(json_extract(coalesce(local_row, server_row), '$.deleted'), 0)) VIRTUAL`,
  ].join(', ')}) WITHOUT ROWID`;
};

const first: Migration = {
  number: 1,
  name: 'events, queue, records, photos, drafts',
  statements: [
    `CREATE TABLE event_log (
      position INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      device_id TEXT NOT NULL,
      device_sequence INTEGER NOT NULL,
      user_id TEXT NOT NULL,
      event_type TEXT NOT NULL,
      aggregate_id TEXT NOT NULL,
      record_key TEXT NOT NULL,
      base_version INTEGER NOT NULL,
      timestamp TEXT NOT NULL,
      event TEXT NOT NULL,
      signature TEXT NOT NULL,
      origin TEXT NOT NULL CHECK (origin IN ('OWN', 'IMPORTED')),
      status TEXT NOT NULL DEFAULT 'PENDING'
        CHECK (status IN ('PENDING', 'SYNCED', 'CONFLICT', 'FAILED', 'SKIPPED')),
      settled_at TEXT,
      outcome TEXT,
      mirror_state TEXT NOT NULL DEFAULT 'NOT_YET'
        CHECK (mirror_state IN ('NOT_YET', 'AWAITED', 'SEEN', 'CONTAINED')),
      corrects_id TEXT,
      skip_reason TEXT,
      CHECK ((status = 'PENDING') = (settled_at IS NULL))
    )`,
    `CREATE UNIQUE INDEX event_log_own_sequence ON event_log (device_id, device_sequence) WHERE origin = 'OWN'`,
    `CREATE INDEX event_log_record ON event_log (record_key, position)`,
    `CREATE INDEX event_log_open ON event_log (status, position) WHERE status IN ('PENDING', 'FAILED', 'CONFLICT')`,
    `CREATE INDEX event_log_mirror ON event_log (mirror_state) WHERE mirror_state <> 'CONTAINED'`,
    `CREATE TRIGGER event_log_is_immutable
      BEFORE UPDATE OF id, device_id, device_sequence, user_id, event_type, aggregate_id, record_key, base_version,
        timestamp, event, origin ON event_log
      BEGIN SELECT RAISE(ABORT, 'An event never changes'); END`,
    `CREATE TRIGGER event_log_is_signed_once
      BEFORE UPDATE OF signature ON event_log WHEN OLD.status NOT IN ('PENDING', 'FAILED')
      BEGIN SELECT RAISE(ABORT, 'A settled event is never signed again'); END`,
    `CREATE TRIGGER event_log_keeps_the_unsettled BEFORE DELETE ON event_log
      WHEN OLD.status IN ('PENDING', 'FAILED')
      BEGIN SELECT RAISE(ABORT, 'An event that nobody has settled is never deleted'); END`,
    `CREATE TABLE sync_queue (
      event_id TEXT PRIMARY KEY REFERENCES event_log (id),
      retry_count INTEGER NOT NULL DEFAULT 0,
      last_error TEXT,
      next_retry_at INTEGER NOT NULL DEFAULT 0
    ) WITHOUT ROWID`,
    `CREATE TABLE sync_attempt (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      idempotency_key TEXT NOT NULL,
      sent_at TEXT NOT NULL,
      event_ids TEXT NOT NULL,
      tries INTEGER NOT NULL
    )`,
    recordTable('wells', {
      fromRow: { name: 'TEXT $.name', route: 'TEXT $.route', route_position: 'INTEGER $.routePosition' },
    }),
    recordTable('production_data', {
      own: ['well_id', 'production_date'],
      fromRow: {
        oil_volume: 'REAL $.oilVolume',
        gas_volume: 'REAL $.gasVolume',
        water_volume: 'REAL $.waterVolume',
      },
    }),
    `CREATE INDEX production_data_server_id ON production_data (server_id)`,
    `CREATE INDEX production_data_day ON production_data (production_date, well_id)`,
    recordTable('equipment', { fromRow: { well_id: 'TEXT $.wellId', serial_number: 'TEXT $.serialNumber' } }),
    `CREATE INDEX equipment_well ON equipment (well_id)`,
    `CREATE INDEX equipment_serial ON equipment (lower(serial_number))`,
    recordTable('equipment_maintenance', {
      own: ['equipment_id'],
      fromRow: { maintenance_date: 'TEXT $.maintenanceDate' },
    }),
    `CREATE INDEX equipment_maintenance_item ON equipment_maintenance (equipment_id)`,
    recordTable('conflicts', { fromRow: { status: 'TEXT $.status' } }),
    recordTable('alerts', { fromRow: { well_id: 'TEXT $.wellId', status: 'TEXT $.status' } }),
    `CREATE TABLE photos (
      photo_id TEXT PRIMARY KEY,
      event_id TEXT REFERENCES event_log (id),
      equipment_id TEXT,
      sha256 TEXT NOT NULL,
      size_bytes INTEGER NOT NULL,
      content_type TEXT NOT NULL,
      path TEXT,
      state TEXT NOT NULL DEFAULT 'WAITING' CHECK (state IN ('WAITING', 'UPLOADING', 'STORED')),
      retry_count INTEGER NOT NULL DEFAULT 0,
      last_error TEXT,
      next_retry_at INTEGER NOT NULL DEFAULT 0,
      created_at TEXT NOT NULL
    ) WITHOUT ROWID`,
    `CREATE INDEX photos_event ON photos (event_id)`,
    `CREATE TABLE drafts (form_key TEXT PRIMARY KEY, content TEXT NOT NULL, saved_at TEXT NOT NULL) WITHOUT ROWID`,
    `CREATE TABLE device (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      device_id TEXT NOT NULL,
      tenant_id TEXT NOT NULL,
      tenant_slug TEXT NOT NULL,
      tenant_name TEXT NOT NULL,
      time_zone TEXT NOT NULL,
      name TEXT NOT NULL,
      platform TEXT NOT NULL,
      signing_key TEXT NOT NULL,
      last_sequence INTEGER NOT NULL,
      settings TEXT
    )`,
    `CREATE TABLE users (
      id TEXT PRIMARY KEY,
      email TEXT NOT NULL,
      name TEXT NOT NULL,
      role TEXT NOT NULL,
      access_token TEXT,
      access_expires_at INTEGER,
      refresh_token TEXT,
      cursor TEXT,
      signed_in_at TEXT NOT NULL
    ) WITHOUT ROWID`,
    `CREATE TABLE event_archive (
      event_id TEXT PRIMARY KEY,
      device_id TEXT NOT NULL,
      device_sequence INTEGER NOT NULL,
      status TEXT NOT NULL,
      settled_at TEXT NOT NULL
    ) WITHOUT ROWID`,
    `CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID`,
  ],
};

const second: Migration = {
  number: 2,
  name: 'photos that wait for their person, records that could not be read',
  statements: [
    `ALTER TABLE photos ADD COLUMN needs_person INTEGER NOT NULL DEFAULT 0`,
    `ALTER TABLE photos ADD COLUMN skip_reason TEXT`,
    `CREATE TABLE unread_records (
      entity TEXT NOT NULL,
      id TEXT NOT NULL,
      record_key TEXT,
      reader TEXT NOT NULL,
      PRIMARY KEY (entity, id)
    ) WITHOUT ROWID`,
  ],
};

const refreshKeys: Migration = {
  number: 3,
  name: 'the key under which a session is renewed',
  statements: ['ALTER TABLE users ADD COLUMN refresh_key TEXT'],
};

const IMMUTABLE = `id, device_id, device_sequence, user_id, event_type, aggregate_id, record_key, base_version, timestamp,
  event, origin`;
const RENUMBERED = `OLD.status = 'PENDING' AND OLD.origin = 'OWN'
  AND OLD.device_sequence >= (SELECT unconfirmed_from FROM device)`;

const immutableTrigger = (columns: string): string => `CREATE TRIGGER event_log_is_immutable
  BEFORE UPDATE OF ${columns} ON event_log
  WHEN NOT coalesce(${RENUMBERED} AND NEW.device_sequence > OLD.device_sequence
    AND NEW.event = json_set(OLD.event, '$.deviceSequence', NEW.device_sequence)
    AND (NEW.id, NEW.device_id, NEW.origin, NEW.record_key) = (OLD.id, OLD.device_id, OLD.origin, OLD.record_key), 0)
  BEGIN SELECT RAISE(ABORT, 'An event never changes'); END`;

const unconfirmedNumbers: Migration = {
  number: 4,
  name: 'numbers that the server may have from a later state of this device',
  statements: [
    'ALTER TABLE device ADD COLUMN unconfirmed_from INTEGER',
    'DROP TRIGGER event_log_is_immutable',
    immutableTrigger(IMMUTABLE),
  ],
};

const virtual = (table: string, column: string, value: string): string =>
  `ALTER TABLE ${table} ADD COLUMN ${column} GENERATED ALWAYS AS (${value}) VIRTUAL`;

const columnsOfTheBrief: Migration = {
  number: 5,
  name: "the log and the readings under the column names of the customer's brief, for whoever opens the file",
  statements: [
    virtual('event_log', 'tenant_id', `json_extract(event, '$.tenantId')`),
    virtual('event_log', 'payload', `json_extract(event, '$.payload')`),
    virtual(
      'event_log',
      'sync_status',
      `CASE status WHEN 'PENDING' THEN 'PENDING' WHEN 'FAILED' THEN 'FAILED' WHEN 'SKIPPED' THEN 'FAILED' ELSE 'SYNCED' END`,
    ),
    virtual('event_log', 'synced_at', `CASE WHEN status IN ('SYNCED', 'CONFLICT') THEN settled_at END`),
    virtual('event_log', 'created_at', 'timestamp'),
    virtual('production_data', 'created_at', `json_extract(coalesce(local_row, server_row), '$.createdAt')`),
  ],
};

const listsByPages: Migration = {
  number: 6,
  name: 'an index for each list that is read by pages, and for what a screen counts',
  statements: [
    `ALTER TABLE wells ADD COLUMN route_order TEXT NOT NULL DEFAULT ''`,
    'CREATE INDEX wells_route_order ON wells (route_order)',
    'DROP INDEX equipment_well',
    'CREATE INDEX equipment_well ON equipment (well_id, serial_number)',
    'DROP INDEX equipment_maintenance_item',
    'CREATE INDEX equipment_maintenance_item ON equipment_maintenance (equipment_id, maintenance_date)',
    'CREATE INDEX alerts_status ON alerts (status)',
    'CREATE INDEX conflicts_status ON conflicts (status)',
    // The planner never chose the partial one: queries give the status as a parameter.
    'DROP INDEX event_log_open',
    'CREATE INDEX event_log_status ON event_log (status)',
    'CREATE INDEX event_archive_settled ON event_archive (settled_at, device_sequence, event_id)',
  ],
  fill: async (tx) => {
    const wells = await tx.query('SELECT key, server_row FROM wells WHERE server_row IS NOT NULL');
    for (const { key, server_row: row } of wells) {
      const order = routeOrderKey(JSON.parse(String(row)) as WellRow);
      await tx.execute('UPDATE wells SET route_order = ? WHERE key = ?', [order, String(key)]);
    }
  },
};

const keysOfPeople: Migration = {
  number: 7,
  name: 'a signing key for each person, kept outside of the database',
  statements: [
    'ALTER TABLE device DROP COLUMN signing_key',
    'ALTER TABLE sync_queue ADD COLUMN waits_for_author INTEGER NOT NULL DEFAULT 0',
  ],
};

const STALE_ITEM = 'UPDATE equipment_due SET is_stale = 1 WHERE equipment_id';
const triggerOn = (table: string, change: string, statement: string): string =>
  `CREATE TRIGGER ${table}_due_${change.split(' ', 1)[0]?.toLowerCase()} AFTER ${change} BEGIN ${statement}; END`;
const onItem = (change: 'INSERT' | 'UPDATE'): string =>
  triggerOn(
    'equipment',
    `${change} ON equipment`,
    'INSERT INTO equipment_due (equipment_id) VALUES (NEW.key) ON CONFLICT (equipment_id) DO UPDATE SET is_stale = 1',
  );
const onMaintenance = (change: 'INSERT' | 'UPDATE' | 'DELETE', row: 'NEW' | 'OLD'): string =>
  triggerOn(
    'equipment_maintenance',
    `${change} ON equipment_maintenance`,
    `${STALE_ITEM} = ${row}.equipment_id`,
  );
const ITEMS_OF_WELL = `${STALE_ITEM} IN (SELECT key FROM equipment WHERE well_id = NEW.key)`;

/** Triggers say only which days may have changed. `dueDay` of the domain works them out before a list is read. */
const whatIsDue: Migration = {
  number: 8,
  name: 'when each item is due, to be listed by',
  statements: [
    `CREATE TABLE equipment_due (
      equipment_id TEXT PRIMARY KEY,
      due_on TEXT,
      is_stale INTEGER NOT NULL DEFAULT 1
    ) WITHOUT ROWID`,
    'INSERT INTO equipment_due (equipment_id) SELECT key FROM equipment',
    'CREATE INDEX equipment_due_day ON equipment_due (due_on, equipment_id) WHERE due_on IS NOT NULL',
    'CREATE INDEX equipment_due_stale ON equipment_due (is_stale, equipment_id) WHERE is_stale = 1',
    onItem('INSERT'),
    onItem('UPDATE'),
    triggerOn('equipment', 'DELETE ON equipment', 'DELETE FROM equipment_due WHERE equipment_id = OLD.key'),
    onMaintenance('INSERT', 'NEW'),
    onMaintenance('UPDATE', 'NEW'),
    onMaintenance('DELETE', 'OLD'),
    triggerOn('wells', 'INSERT ON wells', ITEMS_OF_WELL),
    triggerOn('wells', 'UPDATE ON wells WHEN NEW.deleted IS NOT OLD.deleted', ITEMS_OF_WELL),
    triggerOn(
      'device',
      'UPDATE OF settings ON device WHEN NEW.settings IS NOT OLD.settings',
      'UPDATE equipment_due SET is_stale = 1',
    ),
  ],
};

const serversPutBack: Migration = {
  number: 9,
  name: 'what a pull brought that began anew beside the old rows',
  statements: [
    `CREATE TABLE pulled_records (entity TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (entity, id)) WITHOUT ROWID`,
  ],
};

const clockStretches: Migration = {
  number: 10,
  name: "stretches of the device's clock, and which entry is of which",
  statements: [
    `CREATE TABLE clock_stretches (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      device_id TEXT,
      boot TEXT NOT NULL,
      lead INTEGER,
      first_wall INTEGER NOT NULL,
      last_wall INTEGER NOT NULL,
      last_monotonic INTEGER NOT NULL,
      anchor_wall INTEGER,
      anchor_server INTEGER
    )`,
    'ALTER TABLE event_log ADD COLUMN stretch_id TEXT',
    'ALTER TABLE event_log ADD COLUMN sent_offset INTEGER',
    'CREATE INDEX event_log_stretch ON event_log (stretch_id)',
    // Its events are still in the queue, and go into a new batch.
    'DELETE FROM sync_attempt',
    `ALTER TABLE sync_attempt ADD COLUMN present_stretch TEXT NOT NULL DEFAULT ''`,
    'ALTER TABLE sync_attempt ADD COLUMN present_monotonic INTEGER NOT NULL DEFAULT 0',
    'ALTER TABLE sync_attempt ADD COLUMN sent_offset INTEGER NOT NULL DEFAULT 0',
  ],
};

const IMMUTABLE_NOW = IMMUTABLE.replace(' base_version,', '');

const unknownBase: Migration = {
  number: 11,
  name: 'events for days that the device does not hold, and whether it holds the days at all',
  statements: [
    'DROP TRIGGER event_log_is_immutable',
    // Its text tells it, and cannot change; null is one of its values.
    'ALTER TABLE event_log DROP COLUMN base_version',
    virtual('event_log', 'base_version', `json_extract(event, '$.baseVersion')`),
    immutableTrigger(IMMUTABLE_NOW),
    `INSERT INTO meta SELECT 'holds_days', '1' WHERE EXISTS (SELECT 1 FROM users WHERE cursor IS NOT NULL)`,
  ],
};

const numbersThatWait: Migration = {
  number: 12,
  name: 'entries that need another number, which their author has to sign',
  statements: ['ALTER TABLE sync_queue ADD COLUMN new_number INTEGER'],
};

export const MIGRATIONS: readonly Migration[] = [
  first,
  second,
  refreshKeys,
  unconfirmedNumbers,
  columnsOfTheBrief,
  listsByPages,
  keysOfPeople,
  whatIsDue,
  serversPutBack,
  clockStretches,
  unknownBase,
  numbersThatWait,
  statistics,
  identityCopy,
  photosOfReadings,
  searchKeys,
  beginningsOfWaits,
  fewerPages,
  keptPhotos,
  lostRecords,
  offersKept,
  awaitedAuthors,
  eachLostState,
];
