/**
 * Photos: one item has one photo for the same bytes, whoever sends them and under whichever id. Event and bytes travel
 * separately, so a photo is known (`WAITING`) before it is there.
 */
import type { EventPhoto } from '@wellpulse/contracts';
import { accepted, refused, refusedField, type Decision } from '../state/decision.ts';
import type { DomainEvent, EventOf } from '../state/event.ts';
import { photoKey, type PhotoRow, type Workset } from '../state/workset.ts';

/** Where a photo's bytes are, below the tenant's own folder of the storage. */
export const photoPath = (equipmentId: string, sha256: string): string =>
  `equipment/${equipmentId}/${sha256}`;

export function announcePhoto(workset: Workset, event: EventOf<'PHOTO_ANNOUNCED'>): Decision {
  if (workset.equipment.get(event.aggregateId)?.deleted !== false) return refused('EQUIPMENT_NOT_FOUND');
  if (clashIndex(workset, event.aggregateId, [event.payload]) !== -1) {
    return refusedField('VALIDATION_FAILED', ['photoId'], NAMES_ANOTHER);
  }
  return announce(workset, event.payload, event);
}

export const NAMES_ANOTHER = 'Names another photo';

/** The place of the first photo whose id is that of another, known or among these; -1 if there is none. */
export const clashIndex = (workset: Workset, equipmentId: string, photos: readonly EventPhoto[]): number =>
  photos.findIndex(
    ({ photoId, sha256 }, index) =>
      workset.photos
        .all()
        .some((row) => isNamed(row, photoId) && (row.equipmentId !== equipmentId || row.sha256 !== sha256)) ||
      photos.slice(0, index).some((other) => other.photoId === photoId && other.sha256 !== sha256),
  );

/** Makes a photo of the event's item known, or takes `photoId`, which clashes with no other, as one more name of it. */
export function announce(workset: Workset, photo: EventPhoto, event: DomainEvent): Decision {
  if (event.userId === null) throw new Error('Somebody answers for every photo');
  const equipmentId = event.aggregateId;
  const key = photoKey(equipmentId, photo.sha256);
  const known = workset.photos.get(key);
  if (known === undefined) {
    workset.photos.put(key, {
      id: photo.photoId,
      aliasIds: [],
      equipmentId,
      sha256: photo.sha256,
      sizeBytes: photo.sizeBytes,
      contentType: photo.contentType,
      takenAt: inUtc(photo.takenAt ?? null),
      location: photo.location ?? null,
      state: 'WAITING',
      width: null,
      height: null,
      hasThumbnail: false,
      createdBy: event.userId,
      deviceId: event.deviceId,
      createdAt: event.receivedAt,
      updatedAt: event.receivedAt,
      version: workset.nextVersion(0),
    });
    return accepted(photo.photoId);
  }
  const isNewName = !isNamed(known, photo.photoId);
  const isOtherwise =
    known.state !== 'STORED' &&
    (known.sizeBytes !== photo.sizeBytes || known.contentType !== photo.contentType);
  if (!isNewName && !isOtherwise) return accepted(known.id, false);
  return store(workset, event, {
    ...known,
    ...(isNewName ? { aliasIds: [...known.aliasIds, photo.photoId] } : {}),
    ...(isOtherwise ? { sizeBytes: photo.sizeBytes, contentType: photo.contentType } : {}),
  });
}

/** What the server saw when it read the bytes back. */
export function storePhoto(workset: Workset, event: EventOf<'PHOTO_STORED'>): Decision {
  const { photoId: _, sha256, ...seen } = event.payload;
  const photo = workset.photos.get(photoKey(event.aggregateId, sha256));
  if (photo === undefined) return refused('PHOTO_NOT_FOUND');
  if (photo.state === 'STORED') return accepted(photo.id, false);
  return store(workset, event, { ...photo, ...seen, state: 'STORED' });
}

/** The bytes of a stored photo are gone from the storage. */
export function losePhoto(workset: Workset, event: EventOf<'PHOTO_LOST'>): Decision {
  const photo = workset.photos.get(photoKey(event.aggregateId, event.payload.sha256));
  if (photo === undefined) return refused('PHOTO_NOT_FOUND');
  if (photo.state !== 'STORED') return accepted(photo.id, false);
  return store(workset, event, { ...photo, state: 'MISSING' });
}

/** As the table keeps it: the instant, whatever the zone that it was given in. */
const inUtc = (instant: string | null): string | null =>
  instant === null ? null : new Date(instant).toISOString();

const isNamed = (photo: PhotoRow, photoId: string): boolean =>
  photo.id === photoId || photo.aliasIds.includes(photoId);

function store(workset: Workset, event: DomainEvent, photo: PhotoRow): Decision {
  const row = { ...photo, updatedAt: event.receivedAt, version: workset.nextVersion(photo.version) };
  workset.photos.put(photoKey(row.equipmentId, row.sha256), row);
  return accepted(row.id);
}
