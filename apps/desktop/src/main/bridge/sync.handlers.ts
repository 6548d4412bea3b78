import type { DeviceStatus } from '@wellpulse/offline';
import type { Banner } from '../../shared/bridge/sync.ts';
import type { Handlers } from './handler.ts';
import type { Laptop } from './laptop.ts';

/** What waits, and syncing now. */
export function syncHandlers({ client }: Laptop): Handlers<'sync.status' | 'sync.now'> {
  return {
    'sync.status': async () => bannerOf(await client.status.current()),
    'sync.now': async () => {
      await client.sync.syncNow();
      return null;
    },
  };
}

/** What the banner says of a status. */
export const bannerOf = (status: DeviceStatus): Banner => ({
  isOnline: status.isOnline,
  isSyncing: status.running !== null,
  pendingEvents: status.pendingEvents,
  failedEvents: status.failedEvents,
  openConflicts: status.openConflicts,
  waitingPhotos: status.waitingPhotos,
  waitingPhotoBytes: status.waitingPhotoBytes,
  needsSignIn: status.needsSignIn,
  isShortOfRoom: status.isShortOfRoom,
  lastSyncAt: status.lastSyncAt,
  trouble: status.trouble,
});
