import { expect, test, vi } from 'vitest';
import { FormPhotos } from './form-photos.ts';
import { file, soon, testHost } from './photo-host.fixture.ts';
import { PhotoQueue } from './photo-queue.ts';

function arrange() {
  const { host, uploads } = testHost();
  const photos = new FormPhotos(new PhotoQueue(host));
  const underWay = (name: string) =>
    vi.waitFor(() => {
      expect(uploads.has(name)).toBe(true);
    });
  return { photos, uploads, underWay };
}

test('a form without photos waits for nothing', async () => {
  const { photos } = arrange();
  expect(await photos.settled()).toEqual([]);
});

test('saving waits for the photos that are on their way', async () => {
  const { photos, uploads, underWay } = arrange();
  photos.queue.add([file('a')]);
  const settled = photos.settled();
  expect([photos.isWaiting, photos.isHeldUp]).toEqual([true, false]);
  await underWay('a');
  uploads.get('a')?.settle();
  expect(await soon(settled)).toEqual([{ photoId: 'a', blobName: 'acme/a' }]);
  expect(photos.isWaiting).toBe(false);
});

test('a photo that failed holds saving up until it is sent again or left out', async () => {
  const { photos, uploads, underWay } = arrange();
  photos.queue.add([file('a'), file('b')]);
  const settled = photos.settled();
  await underWay('b');
  uploads.get('a')?.settle();
  uploads.get('b')?.fail('broken off');
  await vi.waitFor(() => {
    expect(photos.isHeldUp).toBe(true);
  });
  photos.saveWithoutFailed();
  expect(await soon(settled)).toEqual([{ photoId: 'a', blobName: 'acme/a' }]);
});

test('saving is given up when the person types on', async () => {
  const { photos, uploads, underWay } = arrange();
  photos.queue.add([file('a')]);
  const settled = photos.settled();
  photos.stopWaiting();
  expect([await soon(settled), photos.isWaiting]).toEqual([null, false]);
  await underWay('a');
  uploads.get('a')?.settle();
  await vi.waitFor(() => {
    expect(photos.photos).toMatchObject([{ state: 'STORED' }]);
  });
});
