/** A handover file is taken over on a disk that becomes full in the middle of a photo. */
import { expect, test } from 'vitest';
import { wholeOf } from '../lib/pieces.ts';
import { aDevice, aServer, DAY, photoBytes, piecesOf, WELL_ID } from '../offline-client.fixture.ts';
import type { OfflineClient } from '../offline-client.ts';
import type { PhotoFiles } from '../ports/photo-files.ts';
import { StorageError } from '../ports/storage-error.ts';
import { FakeClock } from '../testing/fake-clock.ts';

const PASSPHRASE = 'north route seven';
const LARGE = Uint8Array.from({ length: 300_000 }, (_, index) => index % 251);

async function photograph(client: OfflineClient, productionDate: string, bytes: Uint8Array): Promise<string> {
  const photo = await client.photos.keep({ bytes, contentType: 'image/jpeg' });
  const payload = { productionDate, oilVolume: 40, photos: [photo] };
  const recorded = await client.record({ eventType: 'PRODUCTION_CREATED', aggregateId: WELL_ID, payload });
  if (!recorded.ok) throw new Error(recorded.code);
  return photo.photoId;
}

test('a photo that was broken off for want of room is taken whole, and so is what follows it', async () => {
  const server = aServer();
  const { client: broken } = await aDevice(server);
  const first = await photograph(broken, DAY, LARGE);
  const second = await photograph(broken, '2025-10-19', Uint8Array.of(1, 2, 3));
  const file = await wholeOf(broken.exportFile(PASSPHRASE));

  let isFull = false;
  const wrapFiles = (files: PhotoFiles): PhotoFiles => ({
    ...files,
    save: async (name, pieces) => {
      if (!isFull) return files.save(name, pieces);
      isFull = false;
      for await (const _ of pieces) break;
      throw new StorageError('FULL', 'no space left on device');
    },
  });
  const clock = new FakeClock(undefined, 77);
  const { client } = await aDevice(server, { name: 'Truck 8', clock, wrapFiles });
  // The server has it: its room may be taken.
  const kept = await photograph(client, '2025-10-18', Uint8Array.of(7));
  await client.sync.syncNow();
  isFull = true;

  expect(await client.importFile(piecesOf(file), PASSPHRASE)).toMatchObject({ events: 2, photos: 2 });
  expect(await photoBytes(client, kept)).toBeNull();
  expect(await photoBytes(client, first)).toEqual(LARGE);
  expect(await photoBytes(client, second)).toEqual(Uint8Array.of(1, 2, 3));
});
