import { enterAnew, hasWaitedAShift } from '@wellpulse/domain';
import { deviceEntryStore } from '@wellpulse/forms/device';
import { isDeviceEventType, OfflineError, type DeviceEntry, type DeviceStatus } from '@wellpulse/offline';
import type { Banner } from '../../shared/bridge/sync.ts';
import type { Handlers } from './handler.ts';
import type { Laptop } from './laptop.ts';
import { lineReader } from './logged-lines.ts';

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
  const requireRefused = async (eventId: string) => {
    const found = await client.events.find(eventId);
    if (found?.status !== 'FAILED') throw new OfflineError({ code: 'NOT_FAILED', of: 'ENTRY' });
    return found.event;
  };
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
    'sync.refused': async ({ eventId }) => {
      const found = await client.events.find(eventId);
      return found?.status === 'FAILED' ? (await lineReader(client))(found) : null;
    },
    'sync.skip': async ({ eventId, reason }) => {
      await client.skip(eventId, reason);
      return null;
    },
    'sync.skipPhoto': async ({ photoId, reason }) => {
      await client.skipPhoto(photoId, reason);
      return null;
    },
    'sync.sendAgain': async ({ eventId }) => {
      const event = await requireRefused(eventId);
      const { eventType, aggregateId, payload } = event;
      const { productionDate } = payload as { productionDate?: string };
      const current =
        productionDate === undefined ? undefined : await readingOf(client, aggregateId, productionDate);
      const anew = isDeviceEventType(eventType) ? enterAnew(eventType, payload, current) : null;
      if (anew === null) return { kind: 'REFUSED', trouble: { code: 'VALIDATION_FAILED', detail: null } };
      // What a device may record, `enterAnew` leaves such.
      const recorded = await client.reenter(eventId, { ...anew, aggregateId } as DeviceEntry);
      return recorded.ok
        ? { kind: 'SAVED' }
        : { kind: 'REFUSED', trouble: { code: recorded.code, detail: null } };
    },
    'sync.reenterDay': async ({ eventId, ...day }) => {
      const { aggregateId } = await requireRefused(eventId);
      if (aggregateId !== day.wellId) throw new OfflineError({ code: 'NOT_FAILED', of: 'ENTRY' });
      return deviceEntryStore({
        records: client.records,
        record: (entry) => client.reenter(eventId, entry),
      }).save(day);
    },
  };
}

async function readingOf({ records }: Laptop['client'], wellId: string, day: string) {
  const { items } = await records.production(wellId, { from: day, to: day }).page({ limit: 1 });
  return items[0];
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
