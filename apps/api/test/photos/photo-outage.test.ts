/** Photo storage that is away, and connections that break: nothing is lost, and all else goes on. */
import { endpoints } from '@wellpulse/contracts';
import { anEntry, aWell, startTestBlobs } from '@wellpulse/testing';
import { connect } from 'node:net';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { verifyLog } from '../../src/audit/verify-log.ts';
import { startBareApi } from '../support/harness.ts';
import { announcementOf, bytesAt, PhotoDesk, putBytes } from '../support/photo-desk.ts';
import { aJpeg } from '../support/pictures.ts';
import { until } from '../support/until.ts';

const { wells, production, photos } = endpoints;
const blobs = await startTestBlobs({ durable: true });
const api = await startBareApi({
  settings: { AZURE_STORAGE_CONNECTION_STRING: blobs.connectionString },
});
afterAll(async () => {
  await api.stop();
  await blobs.remove();
});
const tenant = await api.addTenant();

const readiness = async (): Promise<unknown> => (await api.inside.fetch('/ready')).json();

test('while the storage is down photos are refused for now, readings are taken, and then all goes on', async () => {
  const desk = await PhotoDesk.at(tenant);
  const stored = await desk.store(await aJpeg());
  const bytes = await aJpeg();
  const said = await desk.put(bytes);
  await blobs.kill();

  const away = { status: 503, code: 'UNAVAILABLE' };
  expect(await desk.refusedConfirmation(said.photoId)).toMatchObject(away);
  const body = announcementOf(await aJpeg());
  expect(await desk.caller.refusal(photos.uploadUrl, { params: desk.params, body })).toMatchObject(away);
  const sent = await desk.send(await aJpeg());
  expect(await sent.json()).toMatchObject({
    ...away,
    detail: 'The photo storage cannot be reached. Try again shortly',
  });
  expect(Number(sent.headers.get('retry-after'))).toBeGreaterThan(0);

  expect(await readiness()).toEqual({ status: 'ready', photoStorage: 'unavailable', clock: 'RIGHT' });
  expect((await desk.list()).map(({ state }) => state)).toEqual(['WAITING', 'STORED']);
  const { id: wellId } = await tenant.manager.ask(wells.create, { body: aWell() });
  await tenant.operator.ask(production.create, { params: { wellId }, body: anEntry() });

  await blobs.restart();
  await until('the storage answers in time again', async () =>
    isDeepStrictEqual(await readiness(), { status: 'ready', photoStorage: 'ready', clock: 'RIGHT' })
      ? true
      : null,
  );
  expect((await desk.confirm(said.photoId)).state).toBe('STORED');
  expect(await bytesAt((await desk.get(stored.id)).url)).toHaveLength(stored.sizeBytes);
  expect((await verifyLog(tenant.database.db)).faults).toEqual([]);
});

test('a PUT that is killed half-way leaves nothing, and is done again', async () => {
  const desk = await PhotoDesk.at(tenant);
  const bytes = await aJpeg({ width: 600, height: 400 });
  const said = announcementOf(bytes);
  const ticket = await desk.announce(said);
  await putHalf(ticket.uploadUrl, ticket.headers, bytes);
  expect(await desk.refusedConfirmation(said.photoId)).toMatchObject({ code: 'PHOTO_NOT_UPLOADED' });
  expect((await putBytes(ticket, bytes)).status).toBe(201);
  expect((await putBytes(ticket, bytes)).status).toBe(201);
  const photo = await desk.confirm(said.photoId);
  expect(await bytesAt(photo.url)).toEqual(bytes);
});

test('the API starts while the storage is away', async () => {
  const nowhere = blobs.connectionString.replace(/:\d+\//, ':9/');
  const other = await startBareApi({ settings: { AZURE_STORAGE_CONNECTION_STRING: nowhere } });
  const desk = await PhotoDesk.at(await other.addTenant());
  expect(await (await other.inside.fetch('/ready')).json()).toEqual({
    status: 'ready',
    photoStorage: 'unavailable',
    clock: 'RIGHT',
  });
  expect((await desk.send(await aJpeg())).status).toBe(503);
  expect(await desk.list()).toEqual([]);
  await other.stop();
});

/** Sends the head and half of the body, then breaks the connection off. */
async function putHalf(url: string, headers: Record<string, string>, bytes: Buffer): Promise<void> {
  const { hostname, port, pathname, search } = new URL(url);
  const lines = [
    `PUT ${pathname}${search} HTTP/1.1`,
    `Host: ${hostname}:${port}`,
    `Content-Length: ${bytes.length}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
  const socket = connect(Number(port), hostname);
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.write(`${lines.join('\r\n')}\r\n\r\n`);
    socket.write(bytes.subarray(0, bytes.length / 2), () => {
      socket.destroy();
      resolve();
    });
  });
}
