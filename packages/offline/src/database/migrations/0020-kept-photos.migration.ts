import type { Migration } from '../migration.ts';

export const keptPhotos: Migration = {
  number: 20,
  name: 'when the server has stored a photo, whose file stays for a while',
  statements: [
    'ALTER TABLE photos ADD COLUMN stored_at TEXT',
    `UPDATE photos SET stored_at = created_at WHERE state = 'STORED'`,
  ],
};
