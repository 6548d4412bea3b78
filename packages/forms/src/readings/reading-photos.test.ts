import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { memoryDraftStorage } from '../drafts/memory-draft-storage.ts';
import { file, testHost } from '../photos/photo-host.fixture.ts';
import { PhotoQueue } from '../photos/photo-queue.ts';
import { aDay, aDesk, situation } from '../production/entry-desk.fixture.ts';
import { ReadingPhotos } from './reading-photos.ts';
import { saveWithPhotos } from './save-with-photos.ts';

const DAY = '2025-10-20';

/** The photos of a reading over a storage of drafts; opening them again is a restart. */
function arrange() {
  const storage = memoryDraftStorage();
  const { host, uploads } = testHost();
  const open = (date = DAY) =>
    new ReadingPhotos({
      wellId: 'well',
      date,
      drafts: { storage, owner: { tenantId: 'acme', userId: 'pat' }, onNoRoom: () => undefined },
      stored: z.object({ photoId: z.string(), blobName: z.string() }),
      queueOf: (kept) => new PhotoQueue(host, kept),
    });
  const stored = async (photos: ReturnType<typeof open>, name: string) => {
    photos.form.queue.add([file(name)]);
    await vi.waitFor(() => {
      expect(uploads.has(name)).toBe(true);
    });
    uploads.get(name)?.settle();
    await photos.form.settled();
  };
  return { open, stored, uploads };
}

test('a restart keeps the stored photos of a reading, and names those that were not', async () => {
  const { open, stored } = arrange();
  const photos = open();
  await stored(photos, 'a');
  photos.form.queue.add([file('b')]);
  const again = open();
  expect([again.form.photos.map(({ name }) => name), again.lost]).toEqual([['a'], ['b']]);
});

test('photos move along where it was the day that was wrong', async () => {
  const { open, stored } = arrange();
  const photos = open();
  await stored(photos, 'a');
  photos.moveTo('');
  photos.moveTo('2025-10-19');
  expect(open().form.photos).toEqual([]);
  expect(open('2025-10-19').form.photos).toMatchObject([{ name: 'a', state: 'STORED' }]);
});

test('once the reading has them, nothing is kept for it', async () => {
  const { open, stored } = arrange();
  const photos = open();
  await stored(photos, 'a');
  photos.saved();
  expect([photos.form.photos, open().form.photos]).toEqual([[], []]);
});

test('a reading is saved with its photos, as soon as they are stored', async () => {
  const { open, uploads } = arrange();
  const { desk, store } = aDesk();
  const [photos, day] = [open(), aDay()];
  const save = () => saveWithPhotos(desk, photos, day, situation, ({ blobName }) => blobName);
  desk.type(day, { oilVolume: 'much' });
  expect(save().staysAt).toBe('oilVolume');

  desk.type(day, { oilVolume: '44', gasVolume: '310' });
  photos.form.queue.add([file('a')]);
  const { staysAt, done } = save();
  await vi.waitFor(() => {
    expect(uploads.has('a')).toBe(true);
  });
  expect([staysAt, store.asked]).toEqual([null, []]);
  uploads.get('a')?.settle();
  expect(await done).toMatchObject({ oilVolume: 44 });
  expect(store.asked).toMatchObject([{ photos: ['acme/a'] }]);
});

test('whoever types on while a photo is stored has not saved', async () => {
  const { open } = arrange();
  const { desk, store } = aDesk();
  const [photos, day] = [open(), aDay()];
  desk.type(day, { oilVolume: '44', gasVolume: '310' });
  photos.form.queue.add([file('a')]);
  const { done } = saveWithPhotos(desk, photos, day, situation, ({ blobName }) => blobName);
  photos.form.stopWaiting();
  expect([await done, store.asked]).toEqual([null, []]);
});
