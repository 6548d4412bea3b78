/** Entries and drafts on a device. */
import type { EventPhoto } from '@wellpulse/contracts';
import { addDays } from '@wellpulse/domain';
import { saveAtDashboard } from '@wellpulse/offline/testing';
import { expect, test } from 'vitest';
import { describeDraftStorage, describeEntryStore, type EntryStoreUnderTest } from '../testing/index.ts';
import { aDevice, WELL_ID, type Device } from './device.fixture.ts';
import { deviceDraftStorage } from './device-draft-storage.ts';
import { deviceEntryStore } from './device-entry-store.ts';

const FIRST_DAY = '2025-10-10';
const DAYS = [0, 1, 2, 3, 4, 5, 6].map((after) => addDays(FIRST_DAY, after));

function wellOf(device: Device, client = device.client): EntryStoreUnderTest<EventPhoto> {
  return {
    store: deviceEntryStore(client),
    wellId: WELL_ID,
    days: DAYS,
    recordOf: async (day) => {
      const [row] = await client.records.production(WELL_ID, { from: day, to: day }).all();
      return row ?? null;
    },
    saveElsewhere: async (day, oilVolume) => {
      await client.sync.syncNow();
      saveAtDashboard(device.server, WELL_ID, day, oilVolume);
      await client.sync.syncNow();
    },
    restart: async () => {
      await client.close();
      return wellOf(device, await device.reopen());
    },
    newPhoto: async () => {
      const photo = await client.photos.keep({ bytes: new Uint8Array([1, 2, 3]), contentType: 'image/jpeg' });
      return { photo, hash: photo.sha256 };
    },
  };
}

describeEntryStore('a device', 'WAITS', async () => wellOf(await aDevice()));

describeDraftStorage('a device', async () => {
  const { client, reopen } = await aDevice();
  let last = client;
  let isFull = false;
  const full = { save: () => Promise.reject(new Error('DISK_FULL')) };
  return {
    open: async () => {
      await last.close();
      last = await reopen();
      const { drafts } = last;
      return deviceDraftStorage({
        all: () => drafts.all(),
        clear: (key) => drafts.clear(key),
        save: (key, content) => (isFull ? full.save() : drafts.save(key, content)),
      });
    },
    fillUp: async () => {
      isFull = true;
      return true;
    },
  };
});

test('what is told to be on the disk is there, whoever asks', async () => {
  const { client } = await aDevice();
  const storage = await deviceDraftStorage(client.drafts);
  void storage.write('log', 'New belt');
  await storage.settled();
  expect((await client.drafts.all()).get('log')).toBe('New belt');
});

test('what waits on the device reaches the server as it was typed', async () => {
  const device = await aDevice();
  const { store, wellId } = wellOf(device);
  const entry = {
    productionDate: FIRST_DAY,
    oilVolume: 4410,
    gasVolume: null,
    waterVolume: 0,
    notes: null,
    confirmed: true as const,
  };
  const result = await store.save({ wellId, entry, base: null, photos: [] });
  expect(result.kind).toBe('WAITS');
  await device.client.sync.syncNow();
  expect(device.server.records.production(WELL_ID, FIRST_DAY)).toMatchObject({
    oilVolume: 4410,
    gasVolume: null,
    waterVolume: 0,
    confirmed: true,
  });
});
