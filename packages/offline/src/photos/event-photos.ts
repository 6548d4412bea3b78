import { message } from '@wellpulse/contracts';
import {
  entryOwner,
  ownerIds,
  photosNamedIn,
  refusedField,
  type DomainEvent,
  type Refusal,
} from '@wellpulse/domain';
import type { Db } from '../database/kysely-on.ts';

/**
 * Looks whether the photos that an event names can be given to it. They were kept before, when they were taken; a refusal if one of them
 * isn't here, or belongs to another event.
 */
export async function checkPhotos(db: Db, event: DomainEvent): Promise<Refusal | null> {
  for (const [index, photo] of photosNamedIn(event.payload).entries()) {
    const kept = await db
      .selectFrom('photos')
      .where('photo_id', '=', photo.photoId)
      .where('sha256', '=', photo.sha256)
      .where('size_bytes', '=', photo.sizeBytes)
      .where('event_id', 'is', null)
      .select('photo_id')
      .executeTakeFirst();
    if (kept === undefined) {
      return refusedField('VALIDATION_FAILED', ['photos', index], message('photoNotHere'));
    }
  }
  return null;
}

/** Done once the event is in the log, which the photos point to. */
export async function assignPhotos(db: Db, event: DomainEvent): Promise<void> {
  const owner = entryOwner(event);
  if (owner === null) return;
  const { equipmentId, wellId } = ownerIds(owner);
  for (const { photoId } of photosNamedIn(event.payload)) {
    await db
      .updateTable('photos')
      .set({ event_id: event.id, equipment_id: equipmentId, well_id: wellId })
      .where('photo_id', '=', photoId)
      .execute();
  }
}
