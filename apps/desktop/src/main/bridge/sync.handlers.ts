import { hasWaitedAShift } from '@wellpulse/domain';
import { refusedEntries } from '@wellpulse/forms/device';
import { OfflineError, type DeviceStatus } from '@wellpulse/offline';
import type { Banner } from '../../shared/bridge/sync.ts';
import type { Handlers } from './handler.ts';
import type { Laptop } from './laptop.ts';

type Names =
  | 'sync.status'
  | 'sync.now'
  | 'sync.pending'
  | 'sync.refused'
  | 'sync.skip'
  | 'sync.skipPhoto'
  | 'sync.sendAgain'
  | 'sync.reenterDay';

/** What waits, syncing now, and what was refused. */
export function syncHandlers({ client, now }: Laptop): Handlers<Names> {
  const refused = refusedEntries(client);
  return {
    'sync.status': async () => bannerOf(await client.status.current(), now()),
    'sync.now': async () => {
      await client.sync.syncNow();
      return null;
    },
    'sync.pending': async ({ after }) => {
      const { items, next } = await client.pendingList().page({ after, limit: 50 });
      return { items: [...items], next };
    },
    'sync.refused': ({ eventId }) => refused.find(eventId),
    'sync.skip': async ({ eventId, reason }) => {
      await client.skip(eventId, reason);
      return null;
    },
    'sync.skipPhoto': async ({ photoId, reason }) => {
      await client.skipPhoto(photoId, reason);
      return null;
    },
    'sync.sendAgain': async ({ eventId }) => {
      const trouble = await refused.sendAgain(eventId);
      return trouble === null ? { kind: 'SAVED' } : { kind: 'REFUSED', trouble };
    },
    'sync.reenterDay': async ({ eventId, ...day }) => {
      const entry = await refused.find(eventId);
      if (entry?.aggregateId !== day.wellId) throw new OfflineError({ code: 'NOT_FAILED', of: 'ENTRY' });
      return refused.storeInPlaceOf(eventId).save(day);
    },
  };
}

/** What the banner says of a status. */
export const bannerOf = (status: DeviceStatus, now: Date): Banner => ({
  isOnline: status.isOnline,
  isSyncing: status.running !== null,
  pendingEvents: status.pendingEvents,
  failedEvents: status.failedEvents,
  openConflicts: status.openConflicts,
  waitingPhotos: status.waitingPhotos,
  waitingPhotoBytes: status.waitingPhotoBytes,
  photosForPerson: status.photosForPerson,
  needsSignIn: status.needsSignIn,
  isShortOfRoom: status.isShortOfRoom,
  clockOffsetMs: status.clockOffsetMs,
  lastSyncAt: status.lastSyncAt,
  waitingSince: status.waitingSince,
  isOverdue: hasWaitedAShift(status.waitingSince, now.getTime()),
  stopped: status.stopped,
  trouble: status.trouble,
  photoProgress:
    status.photoProgress === null
      ? null
      : { sentBytes: status.photoProgress.sentBytes, totalBytes: status.photoProgress.totalBytes },
  awaitedPeople: status.awaitedPeople.map(({ name }) => name),
  recovered: status.recovered === null ? null : { at: status.recovered.at, events: status.recovered.events },
  damage: status.damage === null ? null : { at: status.damage.at, missing: [...status.damage.missing] },
  unreadableRecords: status.unreadableRecords,
  isRetiring: status.isRetiring,
});
