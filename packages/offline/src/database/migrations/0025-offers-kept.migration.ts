import type { Migration } from '../migration.ts';

export const offersKept: Migration = {
  number: 25,
  name: 'what was offered to a server stays: another restore may take the offer with it',
  statements: [
    'ALTER TABLE lost_records ADD COLUMN told_at TEXT',
    'ALTER TABLE lost_records ADD COLUMN is_former INTEGER NOT NULL DEFAULT 0',
  ],
};
