/** The photos of a file: they go the way of all photos, once their events are there. */
import { equipmentMaintenanceLoggedPayload, type DeviceEvent, type EventPhoto } from '@wellpulse/contracts';
import type { ExportContent } from '@wellpulse/offline/export-file';
import { problemSentence } from '../../lib/problem-words.ts';
import { storePhoto } from '../photos/store-photo.ts';
import type { Fates } from './send-events.ts';

export interface PhotoFate {
  readonly photoId: string;
  /** Null when it was stored. */
  readonly problem: string | null;
}

export async function sendPhotos(
  { manifest, photoBytes }: ExportContent,
  fates: Fates,
  signal: AbortSignal,
  onSent: (fates: readonly PhotoFate[]) => void,
): Promise<readonly PhotoFate[]> {
  const told = new Map(manifest.events.flatMap(photosOf).map((photo) => [photo.photoId, photo]));
  let sent: readonly PhotoFate[] = [];
  for (const [index, photo] of manifest.photos.entries()) {
    const bytes = photoBytes[index] ?? new Uint8Array();
    const { photoId, equipmentId, sha256, contentType, eventId } = photo;
    const { takenAt = null, location = null } = told.get(photoId) ?? {};
    const isAwaited = isThere(eventId === null ? undefined : fates.get(eventId)?.kind);
    const problem = isAwaited
      ? await storePhoto({
          equipmentId,
          photoId,
          photo: {
            name: photoId,
            blob: new Blob([new Uint8Array(bytes)], { type: contentType }),
            contentType,
            sha256,
            takenAt,
            location,
          },
          onProgress: () => undefined,
          signal,
        }).then(() => null, problemSentence)
      : 'Its entry was not taken.';
    sent = [...sent, { photoId, problem }];
    onSent(sent);
  }
  return sent;
}

/** An event that is not in the file was settled before. */
const isThere = (kind: string | undefined): boolean => kind !== 'REFUSED' && kind !== 'LATER';

function photosOf({ eventType, payload }: DeviceEvent): readonly EventPhoto[] {
  if (eventType !== 'EQUIPMENT_MAINTENANCE_LOGGED') return [];
  return equipmentMaintenanceLoggedPayload.safeParse(payload).data?.photos ?? [];
}
