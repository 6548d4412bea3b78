/** Items and their maintenance on a device, as its forms save them. */
import {
  equipmentSchema,
  eventPhotoSchema,
  type Equipment,
  type EventPhoto,
  type Location,
} from '@wellpulse/contracts';
import { atDashboard } from '@wellpulse/offline/testing';
import { createWords } from '@wellpulse/words';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { memoryDraftStorage } from '../drafts/memory-draft-storage.ts';
import { emptyEquipment, parseEquipment } from '../equipment/equipment-text.ts';
import { itemForm, type ItemToSave } from '../equipment/item-form.ts';
import { LogForm } from '../maintenance/log-form.ts';
import { PhotoQueue } from '../photos/photo-queue.ts';
import {
  describeLogStore,
  describeRecordStore,
  type LogStoreUnderTest,
  type RecordStoreUnderTest,
} from '../testing/index.ts';
import { aDevice, WELL_ID, type Device } from './device.fixture.ts';
import { deviceItemStore, deviceLogStore } from './device-record-stores.ts';

const words = createWords('en');
const drafts = {
  storage: memoryDraftStorage(),
  owner: { tenantId: 'acme', userId: 'pat' },
  onNoRoom: () => undefined,
};
const newId = (): string => crypto.randomUUID();

async function aTank({ client }: Device) {
  const form = itemForm(deviceItemStore(client, newId), drafts, null, WELL_ID);
  form.type({ equipmentType: 'TANK', serialNumber: 'T-1' });
  const item = await form.submit(words);
  if (item === null) throw new Error('The item is fine');
  return item;
}

/** An item as its form makes it. */
function aTankCalled(serialNumber: string): ItemToSave {
  const text = { ...emptyEquipment(WELL_ID), equipmentType: 'TANK', serialNumber };
  const parsed = parseEquipment(words, text);
  if (!parsed.ok) throw new Error('The item is fine');
  return { kind: 'NEW', values: parsed.value };
}

let items = 0;
const itemsOf = (device: Device, client = device.client): RecordStoreUnderTest<Equipment, ItemToSave> => ({
  store: deviceItemStore(client, newId),
  newValues: () => {
    items += 1;
    return aTankCalled(`T-${String(items)}`);
  },
  change: ({ version }, model) => ({ kind: 'CHANGE', changes: { model, version } }),
  markOf: ({ model }) => model,
  clash: ({ serialNumber }) => ({
    values: aTankCalled(serialNumber.toLowerCase()),
    box: 'serialNumber',
  }),
  rowOf: async ({ id }) => equipmentSchema.safeParse(await client.records.equipmentItem(id)).data ?? null,
  changeElsewhere: async ({ id }, model) => {
    await client.sync.syncNow();
    const row = equipmentSchema.parse(await client.records.equipmentItem(id));
    atDashboard(device.server, {
      eventType: 'EQUIPMENT_UPDATED',
      aggregateId: id,
      baseVersion: row.version,
      payload: { model },
    });
    await client.sync.syncNow();
  },
  restart: async () => {
    await client.close();
    return itemsOf(device, await device.reopen());
  },
});

describeRecordStore('a device, of items,', async () => itemsOf(await aDevice()));

let photos = 0;
const logsOf = (device: Device, itemId: string, client = device.client): LogStoreUnderTest<EventPhoto> => ({
  store: deviceLogStore(client, itemId, newId),
  today: '2025-10-20',
  newPhoto: async () => {
    photos += 1;
    const kept = await client.photos.keep({ bytes: new Uint8Array([photos]), contentType: 'image/jpeg' });
    return eventPhotoSchema.strip().parse(kept);
  },
  logs: async () => {
    const logs = await client.records.maintenance(itemId).all();
    return logs.map(({ description, photoUrls }) => ({ description, photos: photoUrls.length }));
  },
  restart: async () => {
    await client.close();
    return logsOf(device, itemId, await device.reopen());
  },
});

describeLogStore('a device', async () => {
  const device = await aDevice();
  return logsOf(device, (await aTank(device)).id);
});

test('a new item and its change are on the device at once, and reach the server', async () => {
  const device = await aDevice();
  const item = await aTank(device);
  const form = itemForm(deviceItemStore(device.client, newId), drafts, item, null);
  form.type({ model: 'C-228' });
  expect(await form.submit(words)).toMatchObject({ serialNumber: 'T-1', model: 'C-228' });
  expect(await device.client.records.equipmentItem(item.id)).toMatchObject({
    model: 'C-228',
    isPending: true,
  });
  await device.client.sync.syncNow();
  expect(await device.client.records.equipmentItem(item.id)).toMatchObject({
    model: 'C-228',
    isPending: false,
  });
});

test('what the device knows to be wrong is said beside its box', async () => {
  const device = await aDevice();
  await aTank(device);
  const form = itemForm(deviceItemStore(device.client, newId), drafts, null, WELL_ID);
  form.type({ equipmentType: 'TANK', serialNumber: 't-1' });
  expect(await form.submit(words)).toBeNull();
  expect(form.errorOf(words, 'serialNumber')).toBe('Another item has this serial number');
  form.discard();
});

test('a log is saved with where its person stood, and with a photo that the device keeps', async () => {
  const device = await aDevice();
  const { id } = await aTank(device);
  const location: Location = {
    latitude: 31.8457,
    longitude: -102.3676,
    accuracyFeet: 16.4,
    capturedAt: '2025-10-20T14:30:00.000Z',
    distanceFeet: 125,
  };
  const stored = z.object({
    photoId: z.string(),
    sha256: z.string(),
    sizeBytes: z.number(),
    contentType: z.literal('image/jpeg'),
  });
  const form = new LogForm({
    equipmentId: id,
    today: () => '2025-10-20',
    drafts,
    store: deviceLogStore(device.client, id, newId, () => location),
    stored,
    queueOf: (kept) =>
      new PhotoQueue(
        {
          prepare: async (file: { readonly name: string; readonly bytes: Uint8Array }) => ({
            ok: true,
            photo: file.bytes,
            shown: { previewUrl: null, sizeBytes: file.bytes.length, takenAt: null, distanceFeet: null },
          }),
          store: (bytes) => ({
            done: device.client.photos
              .keep({ bytes, contentType: 'image/jpeg' })
              .then((photo) => stored.parse(photo)),
            cancel: () => undefined,
          }),
          release: () => undefined,
          explain: (error) => ({ message: String(error), mayRetry: true }),
          unreadable: 'Unreadable',
          makeId: newId,
        },
        kept,
      ),
  });
  form.boxes.type({ description: 'Greased', cost: '$12.50' });
  form.photos.queue.add([{ name: 'a.jpg', bytes: new Uint8Array([1, 2, 3]) }]);
  expect(await form.submit(words)).toMatchObject({ description: 'Greased', cost: 12.5 });
  await device.client.sync.syncNow();
  const [log] = await device.client.records.maintenance(id).all();
  expect(log).toMatchObject({ description: 'Greased', location, photoUrls: [expect.stringContaining(id)] });
});
