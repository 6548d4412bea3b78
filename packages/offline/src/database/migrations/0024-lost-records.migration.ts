import type { Migration } from '../migration.ts';

export const lostRecords: Migration = {
  number: 24,
  name: 'what this device had pulled and the server lost, until the server was told',
  statements: [
    `CREATE TABLE lost_records (
      id TEXT PRIMARY KEY,
      entity TEXT NOT NULL,
      version INTEGER NOT NULL,
      deleted INTEGER NOT NULL,
      row TEXT NOT NULL
    ) WITHOUT ROWID`,
  ],
};
