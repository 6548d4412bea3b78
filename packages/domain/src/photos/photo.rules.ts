/**
 * Photos: one owner has one photo for the same bytes, for every sender and under every id. Event and bytes travel
 * separately, so a photo is known (`WAITING`) before it is there.
 */
import { message, type EventPhoto } from '@wellpulse/contracts';
import { accepted, refused, refusedField, type Decision, type Refusal } from '../state/decision.ts';
import type { DomainEvent, EventOf } from '../state/event.ts';
import { notDeleted, type PhotoRow, type Workset } from '../state/workset.ts';
import { isPhotoNamed, ownerIds, ownerIn, ownerOf, photoKey, type PhotoOwner } from './photo-owner.ts';

/** An address to put bytes to is good for so long: enough for ten megabytes over a weak link. */
export const UPLOAD_ADDRESS_MS = 30 * 60_000;

export function announcePhoto(workset: Workset, event: EventOf<'PHOTO_ANNOUNCED'>): Decision {
  const owner = ownerIn(event);
  if (owner.kind === 'EQUIPMENT' && notDeleted(workset.equipment.get(owner.id)) === undefined)
    return refused('EQUIPMENT_NOT_FOUND');
  if (owner.kind === 'WELL' && notDeleted(workset.wells.get(owner.id)) === undefined)
    return refused('WELL_NOT_FOUND');
  if (clashIndex(workset, owner, [event.payload]) !== -1)
    return refusedField('VALIDATION_FAILED', ['photoId'], message('namesAnotherPhoto'));
  return announce(workset, owner, event.payload, event);
}

/** Null for an entry whose photos can be announced. */
export function refusePhotos(
  workset: Workset,
  owner: PhotoOwner,
  photos: readonly EventPhoto[],
): Refusal | null {
  const clash = clashIndex(workset, owner, photos);
  return clash === -1
    ? null
    : refusedField('VALIDATION_FAILED', ['photos', clash, 'photoId'], message('namesAnotherPhoto'));
}

/** The place of the first photo whose id is that of another, known or among these; -1 if there is none. */
const clashIndex = (workset: Workset, owner: PhotoOwner, photos: readonly EventPhoto[]): number =>
  photos.findIndex(
    ({ photoId, sha256 }, index) =>
      workset.photos
        .all()
        .some((row) => isPhotoNamed(row, photoId) && keyOf(row) !== photoKey(owner, sha256)) ||
      photos.slice(0, index).some((other) => other.photoId === photoId && other.sha256 !== sha256),
  );

/** Makes a photo of the owner known. If it is known already, `photoId` becomes one more name of it. */
export function announce(
  workset: Workset,
  owner: PhotoOwner,
  photo: EventPhoto,
  event: DomainEvent,
): Decision {
  if (event.userId === null) throw new Error('Somebody answers for every photo');
  const key = photoKey(owner, photo.sha256);
  const known = workset.photos.get(key);
  if (known === undefined) {
    workset.photos.put(key, {
      id: photo.photoId,
      aliasIds: [],
      ...ownerIds(owner),
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
  const isNewName = !isPhotoNamed(known, photo.photoId);
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
  const { photoId: _, owner: __, sha256, ...seen } = event.payload;
  const photo = workset.photos.get(photoKey(ownerIn(event), sha256));
  if (photo === undefined) return refused('PHOTO_NOT_FOUND');
  if (photo.state === 'STORED') return accepted(photo.id, false);
  return store(workset, event, { ...photo, ...seen, state: 'STORED' });
}

/** The bytes are gone from the storage; of a photo that waits, also from its device (ADR 76). */
export function losePhoto(workset: Workset, event: EventOf<'PHOTO_LOST'>): Decision {
  const photo = workset.photos.get(photoKey(ownerIn(event), event.payload.sha256));
  if (photo === undefined) return refused('PHOTO_NOT_FOUND');
  if (photo.state === 'MISSING') return accepted(photo.id, false);
  return store(workset, event, { ...photo, state: 'MISSING' });
}

/** As the table keeps it: the instant, whatever the zone that it was given in. */
const inUtc = (instant: string | null): string | null =>
  instant === null ? null : new Date(instant).toISOString();

const keyOf = (photo: PhotoRow): string => photoKey(ownerOf(photo), photo.sha256);

function store(workset: Workset, event: DomainEvent, photo: PhotoRow): Decision {
  const row = { ...photo, updatedAt: event.receivedAt, version: workset.nextVersion(photo.version) };
  workset.photos.put(keyOf(row), row);
  return accepted(row.id);
}
