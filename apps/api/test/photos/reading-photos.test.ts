/** A picture of the gauge: its way under the well, to the reading that names it. */
import { endpoints, type ProductionRecord } from '@wellpulse/contracts';
import { anEntry, aWell, TestDevice } from '@wellpulse/testing';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { verifyLog } from '../../src/audit/verify-log.ts';
import { startApi } from '../support/harness.ts';
import { announcementOf, bytesAt, PhotoDesk, sha256Of } from '../support/photo-desk.ts';
import { aJpeg } from '../support/pictures.ts';

const { production, sync, wells } = endpoints;
const api = await startApi();
afterAll(() => api.stop());
const { acme, bravo } = api;
const productionDate = '2025-03-10';

let wellId: string;
let desk: PhotoDesk;
beforeEach(async () => {
  ({ id: wellId } = await acme.manager.ask(wells.create, { body: aWell() }));
  desk = new PhotoDesk(acme.operator, wellId, 'WELL');
});

const params = () => ({ wellId });
const read = (): Promise<ProductionRecord> =>
  acme.viewer.ask(production.get, { params: { wellId, date: productionDate } });
const photosOf = async (id: string) =>
  (await acme.viewer.ask(production.photos, { params: { wellId, id } })).items;

test('a reading of a device names its photo, waits for the bytes, and has them', async () => {
  const bytes = await aJpeg();
  const said = announcementOf(bytes);
  const phone = await TestDevice.register(acme.operator, () => api.clock.now(), { name: 'Truck 7' });
  const payload = { productionDate, oilVolume: 42, photos: [said] };
  const event = phone.event({ aggregateId: wellId, payload });
  expect(await phone.sync([event])).toMatchObject({ synced: [event.id] });

  const reading = await read();
  expect(reading).toMatchObject({ oilVolume: 42, photoHashes: [said.sha256], version: 1 });
  expect(await photosOf(reading.id)).toMatchObject([
    { id: said.photoId, wellId, equipmentId: null, state: 'WAITING', deviceName: 'Truck 7', url: null },
  ]);
  const before = await acme.operator.ask(sync.changes, { query: { entities: 'PRODUCTION' } });

  await desk.put(bytes, said);
  expect(await desk.confirm(said.photoId)).toMatchObject({
    state: 'STORED',
    blobName: `${acme.slug}/wells/${wellId}/${said.sha256}`,
  });
  const [photo] = await photosOf(reading.id);
  expect(await bytesAt(photo?.url ?? null)).toEqual(bytes);
  const { changes } = await acme.operator.ask(sync.changes, {
    query: { entities: 'PRODUCTION', cursor: before.nextCursor },
  });
  const told = { photoId: said.photoId, sha256: said.sha256, state: 'STORED' };
  expect(changes).toMatchObject([{ id: reading.id, data: { photoHashes: [said.sha256], photos: [told] } }]);
  expect((await verifyLog(acme.database.db)).faults).toEqual([]);
});

test('the dashboard uploads first, and gives the reading what is stored', async () => {
  const [first, second] = [await aJpeg(), await aJpeg()];
  await desk.store(first);
  const body = anEntry({ productionDate, photoHashes: [sha256Of(first)] });
  const reading = await acme.operator.ask(production.create, { params: params(), body });
  expect(reading.photoHashes).toEqual([sha256Of(first)]);

  const sent = await desk.send(second);
  expect(sent.headers.get('location')).toMatch(new RegExp(`^/wells/${wellId}/photos/`));
  // As it was read, and one more.
  const photoHashes = [...reading.photoHashes, sha256Of(second)];
  const update = { version: reading.version, photoHashes };
  const changed = await acme.operator.ask(production.update, {
    params: { wellId, id: reading.id },
    body: update,
  });
  expect(changed).toMatchObject({ photoHashes: photoHashes.sort(), version: 2 });
  expect((await photosOf(reading.id)).map(({ sha256 }) => sha256)).toEqual([
    sha256Of(first),
    sha256Of(second),
  ]);
  const again = await acme.operator.ask(production.update, {
    params: { wellId, id: reading.id },
    body: { ...update, version: 2 },
  });
  expect(again.version).toBe(2);
  expect((await verifyLog(acme.database.db)).faults).toEqual([]);
});

test('what is no stored photo of the well refuses the reading, and says which', async () => {
  const waiting = announcementOf(await aJpeg());
  await desk.announce(waiting);
  const { id: elsewhere } = await acme.manager.ask(wells.create, { body: aWell() });
  const ofOther = await new PhotoDesk(acme.operator, elsewhere, 'WELL').store(await aJpeg());
  const photoHashes = [waiting.sha256, ofOther.sha256];
  const body = anEntry({ productionDate, photoHashes });
  expect(await acme.operator.refusal(production.create, { params: params(), body })).toMatchObject({
    code: 'VALIDATION_FAILED',
    errors: [{ path: 'photoHashes[0]' }, { path: 'photoHashes[1]' }],
  });
  const nonsense = anEntry({ productionDate, photoHashes: ['x'] });
  expect(await acme.operator.refusal(production.create, { params: params(), body: nonsense })).toMatchObject({
    code: 'VALIDATION_FAILED',
    errors: [{ path: 'photoHashes[0]' }],
  });
});

test('a well of another tenant takes no photos and shows none; a viewer sends none', async () => {
  const said = announcementOf(await aJpeg());
  const gone = { status: 404, code: 'WELL_NOT_FOUND' };
  const { wellPhotos } = endpoints;
  const asked = { params: desk.params, body: said };
  expect(await bravo.operator.refusal(wellPhotos.uploadUrl, asked)).toMatchObject(gone);
  const stored = await desk.store(await aJpeg());
  const one = { params: { ...desk.params, photoId: stored.id } };
  expect(await bravo.operator.refusal(wellPhotos.get, one)).toMatchObject(gone);
  expect(await acme.viewer.refusal(wellPhotos.uploadUrl, asked)).toMatchObject({ code: 'FORBIDDEN' });
  // Nor is it one of the item with the same id, of which there is none.
  const ofItem = { params: desk.params, body: said };
  expect(await acme.operator.refusal(endpoints.photos.uploadUrl, ofItem)).toMatchObject({
    code: 'EQUIPMENT_NOT_FOUND',
  });
});
