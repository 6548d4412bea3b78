import type { Db } from '../database/kysely-on.ts';
import { waitingPhotos } from './waiting-photos.ts';

export interface Unsettled {
  readonly events: number;
  readonly photos: number;
  readonly photoBytes: number;
  /** Those of the photos that wait for their person. */
  readonly photosForPerson: number;
}

/** What would be lost if this device were: of one person, or of all. */
export async function countUnsettled(db: Db, userId?: string): Promise<Unsettled> {
  const events = await db
    .selectFrom('event_log')
    .where('status', 'in', ['PENDING', 'FAILED'])
    .$if(userId !== undefined, (query) => query.where('user_id', '=', userId ?? ''))
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const photos = await waitingPhotos(db)
    .$if(userId !== undefined, (query) => query.where('event_log.user_id', '=', userId ?? ''))
    .select(({ fn }) => [
      fn.countAll<number>().as('count'),
      fn.sum<number | null>('photos.size_bytes').as('bytes'),
      fn.sum<number | null>('photos.needs_person').as('forPerson'),
    ])
    .executeTakeFirstOrThrow();
  return {
    events: events.count,
    photos: photos.count,
    photoBytes: photos.bytes ?? 0,
    photosForPerson: photos.forPerson ?? 0,
  };
}
