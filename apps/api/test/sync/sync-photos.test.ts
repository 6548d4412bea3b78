/** Photos inside a batch never hold up entries: not their own, and not those of others. */
import { endpoints } from '@wellpulse/contracts';
import { anItem, aWell, TestDevice, type WireEvent } from '@wellpulse/testing';
import { isTurn } from '@wellpulse/testing/depth';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { v7 as uuidV7 } from 'uuid';
import { afterAll, expect, test } from 'vitest';
import { startBareApi } from '../support/harness.ts';
import { sha256Of } from '../support/photo-desk.ts';
import { aJpeg } from '../support/pictures.ts';

const sockets: Socket[] = [];
/** A storage that takes every connection and never says a word. */
const silent = createServer((socket) => sockets.push(socket.on('error', () => undefined)));
await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
const { port } = silent.address() as AddressInfo;
const api = await startBareApi({
  settings: {
    AZURE_STORAGE_CONNECTION_STRING: `DefaultEndpointsProtocol=http;AccountName=a;AccountKey=a2V5;BlobEndpoint=http://127.0.0.1:${port}/a;`,
  },
});
afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  await api.stop();
  silent.close();
});
const tenant = await api.addTenant();
const { id: wellId } = await tenant.manager.ask(endpoints.wells.create, { body: aWell() });
const { id: equipmentId } = await tenant.manager.ask(endpoints.equipment.create, {
  params: { wellId },
  body: anItem(),
});
const bytes = await aJpeg();
const aPhone = (): Promise<TestDevice> => TestDevice.register(tenant.operator, () => api.clock.now());

/** A log entry with a photo of its own, and that photo as it travels inside the batch. */
function aLog(phone: TestDevice): { event: WireEvent; photo: Record<string, unknown> } {
  const photoId = uuidV7();
  const contentType = 'image/jpeg';
  const event = phone.event({
    eventType: 'EQUIPMENT_MAINTENANCE_LOGGED',
    aggregateId: equipmentId,
    baseVersion: 1,
    payload: {
      maintenanceId: uuidV7(),
      maintenanceDate: '2025-03-10',
      maintenanceType: 'REPAIR',
      description: 'Replaced motor belt',
      photos: [{ photoId, sha256: sha256Of(bytes), sizeBytes: bytes.length, contentType }],
    },
  });
  return { event, photo: { eventId: event.id, photoId, base64Data: bytes.toString('base64'), contentType } };
}

test('photos that are none are passed over, and the entries are taken', async () => {
  const phone = await aPhone();
  const event = phone.event({ aggregateId: wellId, payload: { productionDate: '2025-03-10', oilVolume: 4 } });
  const { photo } = aLog(phone);
  const photos = [
    { ...photo, contentType: 'image/gif' },
    { ...photo, localPath: 'x'.repeat(1001) },
    ...Array.from({ length: 101 }, () => null),
  ];
  expect(await phone.sync([event], { photos })).toMatchObject({ synced: [event.id] });
});

test.runIf(isTurn(2, 5))(
  'while the storage is silent, others are served at once and the photos are waited for a while',
  async () => {
    const isSlow = await Promise.all(Array.from({ length: 4 }, aPhone));
    let answered = 0;
    const waiting = isSlow.map(async (phone) => {
      const logs = [aLog(phone), aLog(phone), aLog(phone)];
      const answer = await phone.sync(
        logs.map(({ event }) => event),
        { photos: logs.map(({ photo }) => photo) },
      );
      answered += 1;
      return answer.synced.length;
    });
    // They have all been taken, and are at their photos.
    await expect.poll(() => sockets.length, { timeout: 20_000 }).toBeGreaterThanOrEqual(4);
    await (await aPhone()).sync([]);
    expect(answered).toBe(0);
    expect(await Promise.all(waiting)).toEqual([3, 3, 3, 3]);
  },
);
