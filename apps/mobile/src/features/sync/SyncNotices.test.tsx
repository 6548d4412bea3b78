/** What the phone says stands in the way of syncing. */
import type { DeviceStatus } from '@wellpulse/offline';
import { createWords } from '@wellpulse/words';
import { expect, test } from 'vitest';
import { drawn } from '../../testing/screen.fixture.tsx';
import { SyncNotices } from './SyncNotices.tsx';

const { formatAwaited } = createWords('en');
const NOTHING_WAITS: DeviceStatus = {
  running: null,
  isOnline: true,
  stopped: null,
  trouble: null,
  nextAt: null,
  pendingEvents: 0,
  waitingSince: null,
  failedEvents: 0,
  openConflicts: 0,
  waitingPhotos: 0,
  photosForPerson: 0,
  waitingPhotoBytes: 0,
  photoProgress: null,
  needsSignIn: false,
  awaitedPeople: [],
  recovered: null,
  isRetiring: false,
  retiredAt: null,
  lostAt: null,
  unreadableRecords: 0,
  damage: null,
  isShortOfRoom: false,
  clockOffsetMs: null,
  lastSyncAt: null,
};
const said = (status: Partial<DeviceStatus>) =>
  drawn(<SyncNotices status={{ ...NOTHING_WAITS, ...status }} />, { phone: {} }).text;

test('nothing is said where nothing is in the way', () => {
  expect(said({})).toBe('');
});

test('an entry whose author the phone does not know still asks for them', () => {
  const awaitedPeople = [
    { id: 'a', name: 'Ann' },
    { id: 'b', name: null },
  ];
  expect(said({ awaitedPeople, pendingEvents: 2 })).toBe(formatAwaited(['Ann', null]));
});
