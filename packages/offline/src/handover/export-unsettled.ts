/** The handover file: what this device could not send, for another device or the dashboard. */
import type { PhotoContentType } from '@wellpulse/contracts';
import type { DeviceDatabase } from '../database/device-database.ts';
import { readEvent } from '../events/device-events.ts';
import type { ExportContent, ExportedPhoto } from '../export-file/export-file.ts';
import { instantOf } from '../ports/ids.ts';
import { waitingPhotos } from '../photos/waiting-photos.ts';
import type { Clock } from '../ports/clock.ts';
import type { PhotoFiles } from '../ports/photo-files.ts';
import { freezeExportedSequences } from '../sign-in/device-sequences.ts';
import { requireDevice } from '../session/device-store.ts';

/** All pending events, imported ones included, and the photos that the server hasn't got, also of settled events. */
export async function collectUnsettled(
  database: DeviceDatabase,
  files: PhotoFiles,
  clock: Clock,
): Promise<ExportContent> {
  const { device, events, photos } = await database.write(async (db) => {
    // Another device may send them from now on.
    await freezeExportedSequences(db);
    return {
      device: await requireDevice(db),
      events: await db
        .selectFrom('event_log')
        .where('status', '=', 'PENDING')
        .orderBy('position')
        .select(['event', 'signature'])
        .execute(),
      photos: await waitingPhotos(db)
        .select([
          'photos.photo_id as photoId',
          'photos.event_id as eventId',
          'photos.equipment_id as equipmentId',
          'photos.sha256',
          'photos.size_bytes as sizeBytes',
          'photos.content_type as contentType',
          'photos.path',
        ])
        .execute(),
    };
  });
  const kept: { photo: ExportedPhoto; bytes: Uint8Array }[] = [];
  for (const { path, ...photo } of photos) {
    const bytes = path === null ? null : await files.read(path);
    // A file that is gone can't be saved by an export either; its event is.
    if (bytes === null) continue;
    kept.push({
      photo: {
        ...photo,
        equipmentId: photo.equipmentId ?? '',
        contentType: photo.contentType as PhotoContentType,
      },
      bytes,
    });
  }
  return {
    manifest: {
      tenantId: device.tenant_id,
      deviceId: device.device_id,
      deviceName: device.name,
      exportedAt: instantOf(clock.now()),
      events: events.map(readEvent),
      photos: kept.map(({ photo }) => photo),
    },
    photoBytes: kept.map(({ bytes }) => bytes),
  };
}
