/** The handover file: what this device could not send, for another device or the dashboard. */
import type { PhotoContentType } from '@wellpulse/contracts';
import { exportStretches } from '../clock/exported-stretches.ts';
import type { DeviceDatabase } from '../database/device-database.ts';
import { readSigned } from '../events/device-events.ts';
import type { ExportPart } from '../export-file/export-file.ts';
import { areOf } from '../lib/digest.ts';
import { instantOf } from '../ports/ids.ts';
import { waitingPhotos } from '../photos/waiting-photos.ts';
import type { Clock } from '../ports/clock.ts';
import type { PhotoFiles } from '../ports/photo-files.ts';
import { freezeExportedSequences } from '../sign-in/device-sequences.ts';
import { requireDevice } from '../session/device-store.ts';

/** So few that they fit into a phone's memory. */
const EVENTS_AT_ONCE = 200;
const PHOTOS_AT_ONCE = 50;

/**
 * All pending events, imported ones included, and the photos that the server hasn't got, also of settled events: one after
 * the other. What is entered or settled meanwhile may be left out.
 */
export async function* unsettledParts(
  database: DeviceDatabase,
  files: PhotoFiles,
  clock: Clock,
): AsyncGenerator<ExportPart, void, undefined> {
  const { device, stretches, last } = await database.write(async (db) => {
    // Another device may send them from now on.
    await freezeExportedSequences(db);
    const newest = await db
      .selectFrom('event_log')
      .select(({ fn }) => fn.max('position').as('position'))
      .executeTakeFirst();
    const made = await requireDevice(db);
    return {
      device: made,
      stretches: await exportStretches(db, made, clock),
      last: newest?.position ?? 0,
    };
  });
  yield {
    kind: 'HEAD',
    head: {
      tenantId: device.tenant_id,
      deviceId: device.device_id,
      deviceName: device.name,
      exportedAt: instantOf(clock.now()),
      stretches,
    },
  };
  for (let after = 0; ;) {
    const rows = await database.read(async (db) => {
      const found = await db
        .selectFrom('event_log')
        .where('status', '=', 'PENDING')
        .where('position', '>', after)
        .where('position', '<=', last)
        .orderBy('position')
        .limit(EVENTS_AT_ONCE)
        .select(['position', 'event', 'signature'])
        .execute();
      return found.map((row) => ({ position: row.position, event: readSigned(row) }));
    });
    for (const { event } of rows) yield { kind: 'EVENT', event };
    after = rows.at(-1)?.position ?? after;
    if (rows.length < EVENTS_AT_ONCE) break;
  }
  yield* unsettledPhotos(database, files, last);
}

/** Those of the events up to the position `last`, and those without an event. */
async function* unsettledPhotos(
  database: DeviceDatabase,
  files: PhotoFiles,
  last: number,
): AsyncGenerator<ExportPart, void, undefined> {
  for (let after = ''; ;) {
    const rows = await database.read((db) =>
      waitingPhotos(db)
        .where('photos.photo_id', '>', after)
        .where((where) =>
          where.or([where('event_log.position', 'is', null), where('event_log.position', '<=', last)]),
        )
        .orderBy('photos.photo_id')
        .limit(PHOTOS_AT_ONCE)
        .select([
          'photos.photo_id as photoId',
          'photos.event_id as eventId',
          'photos.equipment_id as equipmentId',
          'photos.well_id as wellId',
          'photos.sha256',
          'photos.size_bytes as sizeBytes',
          'photos.content_type as contentType',
          'photos.path',
        ])
        .execute(),
    );
    for (const { path, ...photo } of rows) {
      const file = path === null ? null : await files.open(path);
      // A file that is gone or spoilt can't be saved by an export either; its event is.
      if (file === null || !(await areOf(file.pieces(), photo))) continue;
      const contentType = photo.contentType as PhotoContentType;
      yield { kind: 'PHOTO', photo: { ...photo, contentType }, pieces: file.pieces };
    }
    after = rows.at(-1)?.photoId ?? after;
    if (rows.length < PHOTOS_AT_ONCE) return;
  }
}
