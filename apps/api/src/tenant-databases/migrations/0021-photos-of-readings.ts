import type { Migration } from '../../database/migrator.ts';

/** A photo belongs to an item or to a well. Rules find it by its content, whoever has it. */
export const photosOfReadings: Migration = {
  name: '0021-photos-of-readings',
  sql: `
    alter table production_data add column photo_hashes text[] not null default '{}';
    create index production_data_photos on production_data using gin (photo_hashes) where photo_hashes <> '{}';
    alter table photos alter column equipment_id drop not null;
    alter table photos add column well_id uuid references wells (id);
    alter table photos add constraint photos_one_owner check (num_nonnulls(equipment_id, well_id) = 1);
    alter table photos add constraint photos_of_well unique (well_id, sha256);
    create index photos_sha256 on photos (sha256);
  `,
};
