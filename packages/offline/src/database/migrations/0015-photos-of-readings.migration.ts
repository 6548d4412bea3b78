import type { Migration } from '../migration.ts';

export const photosOfReadings: Migration = {
  number: 15,
  name: 'photos of readings, which belong to the well',
  statements: ['ALTER TABLE photos ADD COLUMN well_id TEXT'],
};
