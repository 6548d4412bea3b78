/** The records that a page of the feed names, as they are now: one query for each kind. */
import type { SyncedEntity } from '@wellpulse/contracts';
import { ownerOf, photoPath, type RecordState } from '@wellpulse/domain';
import { sql, type RawBuilder } from 'kysely';
import { replayRecords } from '../audit/replay.ts';
import { conflictStory } from '../conflicts/conflict-story.ts';
import type { TenantSchema } from '../database/tenant-schema.ts';
import type { TenantDb } from '../tenant-databases/tenant-databases.ts';
import {
  toAlertRow,
  toConflict,
  toEquipment,
  toMaintenance,
  toPhotoRow,
  toProduction,
  toWell,
} from '../write-path/records.ts';

type Rows = TenantSchema;
type Reader = (db: TenantDb, ids: readonly string[], slug: string) => Promise<[string, RecordState][]>;

/** By `entity|id`. */
export async function readRecords(
  db: TenantDb,
  slug: string,
  places: readonly { readonly entity: SyncedEntity; readonly id: string }[],
): Promise<Map<string, RecordState>> {
  const records = new Map<string, RecordState>();
  for (const [entity, read] of Object.entries(READERS)) {
    const ids = places.filter((place) => place.entity === entity).map(({ id }) => id);
    if (ids.length === 0) continue;
    for (const [id, record] of await read(db, ids, slug)) records.set(`${entity}|${id}`, record);
  }
  return records;
}

interface AnyRow {
  readonly id: string;
  readonly version: number;
  readonly deleted_at?: string | null;
}

const rowsOf = async <Table extends keyof Rows>(
  db: TenantDb,
  table: Table,
  ids: readonly string[],
): Promise<Rows[Table][]> => {
  const { rows } = await sql<Rows[Table]>`
    select * from ${sql.table(table)} where id = any(${ids}::uuid[])`.execute(db);
  return rows;
};

/** The tables of the feed: each row has an id and a version, and some can be deleted. */
type FeedTable = {
  [Table in keyof Rows]: Rows[Table] extends AnyRow ? Table : never;
}[keyof Rows];

const reader =
  <Table extends FeedTable>(table: Table, toData: (row: Rows[Table]) => object): Reader =>
  async (db, ids) =>
    (await rowsOf(db, table, ids)).map((row) => [row.id, toRecord(row, toData(row))]);

const toRecord = (row: AnyRow, data: object): RecordState => ({
  version: row.version,
  deleted: (row.deleted_at ?? null) !== null,
  deletedAt: row.deleted_at ?? null,
  data: { ...data },
});

/** A log entry with its photos' states, and their names as other programs know them. */
const readMaintenance: Reader = async (db, ids, slug) => {
  const rows = await rowsOf(db, 'equipment_maintenance', ids);
  const withPhotos = rows.filter(({ photo_urls: paths }) => paths.length > 0);
  const statesOf = await readStates(
    db,
    sql`equipment_id = any(${withPhotos.map(({ equipment_id: id }) => id)}::uuid[])`,
    withPhotos.length,
  );
  return rows.map((row) => {
    const data = {
      ...toMaintenance(row),
      photoUrls: row.photo_urls.map((path) => `${slug}/${path}`),
      photos: statesOf(row.photo_urls),
    };
    return [row.id, toRecord(row, data)];
  });
};

/** A reading with its photos' states. */
const readProduction: Reader = async (db, ids) => {
  const rows = await rowsOf(db, 'production_data', ids);
  const withPhotos = rows.filter(({ photo_hashes: hashes }) => hashes.length > 0);
  const statesOf = await readStates(
    db,
    sql`well_id = any(${withPhotos.map(({ well_id: id }) => id)}::uuid[])
      and sha256 = any(${withPhotos.flatMap(({ photo_hashes: hashes }) => hashes)}::text[])`,
    withPhotos.length,
  );
  return rows.map((row) => {
    const owner = { kind: 'WELL', id: row.well_id } as const;
    const photos = statesOf(row.photo_hashes.map((sha256) => photoPath(owner, sha256)));
    return [row.id, toRecord(row, { ...toProduction(row), photos })];
  });
};

/** A conflict with what both sides began from: who chooses without a network sees it too. */
const readConflicts: Reader = async (db, ids) => {
  const rows = await rowsOf(db, 'conflicts', ids);
  const steps = await replayRecords(db, [...new Set(rows.map(({ record_id: id }) => id))]);
  return rows.map((row) => {
    const conflict = toConflict(row);
    const { baseVersion, baseData } = conflictStory(conflict, steps.get(row.record_id) ?? []);
    return [row.id, toRecord(row, { ...conflict, baseVersion, baseData })];
  });
};

/** What devices are told of the photos at given paths. */
async function readStates(db: TenantDb, isWanted: RawBuilder<unknown>, records: number) {
  const { rows } =
    records === 0
      ? { rows: [] }
      : await sql<Rows['photos']>`select * from photos where ${isWanted}`.execute(db);
  const byPath = new Map(
    rows.map(toPhotoRow).map((photo) => [photoPath(ownerOf(photo), photo.sha256), photo]),
  );
  return (paths: readonly string[]) =>
    paths.flatMap((path) => {
      const photo = byPath.get(path);
      if (photo === undefined) return [];
      const { id: photoId, sha256, sizeBytes, contentType, takenAt, location, state } = photo;
      return [{ photoId, sha256, sizeBytes, contentType, takenAt, location, state }];
    });
}

const READERS: Readonly<Record<SyncedEntity, Reader>> = {
  WELL: reader('wells', toWell),
  PRODUCTION: readProduction,
  EQUIPMENT: reader('equipment', toEquipment),
  MAINTENANCE: readMaintenance,
  CONFLICT: readConflicts,
  ALERT: reader('variance_alerts', toAlertRow),
};
