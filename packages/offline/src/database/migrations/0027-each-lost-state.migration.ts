import type { Migration } from '../migration.ts';

export const eachLostState: Migration = {
  number: 27,
  name: 'of a record each state that a restore may have lost: a later restore takes the place of none',
  statements: [
    'ALTER TABLE lost_records RENAME TO lost_records_before',
    `CREATE TABLE lost_records (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL,
      entity TEXT NOT NULL,
      version INTEGER NOT NULL,
      deleted INTEGER NOT NULL,
      row TEXT NOT NULL,
      told_at TEXT,
      is_former INTEGER NOT NULL DEFAULT 0
    )`,
    'CREATE INDEX lost_records_id ON lost_records (id)',
    `INSERT INTO lost_records (id, entity, version, deleted, row, told_at, is_former)
      SELECT id, entity, version, deleted, row, told_at, is_former FROM lost_records_before ORDER BY id`,
    'DROP TABLE lost_records_before',
  ],
};
