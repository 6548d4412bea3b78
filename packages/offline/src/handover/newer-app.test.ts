/** A file that holds what only a newer app knows: it is carried as it was signed, or told, and the rest is taken. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { sealParts, type ExportPart } from '../export-file/export-file.ts';
import { inPieces, wholeOf } from '../lib/pieces.ts';
import { aDevice, aServer, DAY, piecesOf, recordOil, WELL_ID } from '../offline-client.fixture.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { answered } from '../testing/fake-server.ts';

const PASSPHRASE = 'north route seven';
const newId = (last: number) => `01890000-0000-7000-8000-0000000099${last}`;

/** The parts of a device with one entry, and `more` behind them, as another device of the tenant takes them. */
async function carried(more: (own: object) => readonly unknown[]) {
  const server = aServer();
  const broken = await aDevice(server, { name: 'Truck 7' });
  const other = await aDevice(server, { name: 'Truck 8', clock: new FakeClock(undefined, 77) });
  await recordOil(broken.client, 42.5);
  const parts: ExportPart[] = [];
  for await (const part of broken.client.unsettled()) parts.push(part);
  const own = parts.flatMap((part) => (part.kind === 'EVENT' ? [part.event] : []))[0] ?? {};
  const all = [...parts, ...(more(own) as ExportPart[])];
  const file = await wholeOf(sealParts(all, PASSPHRASE, (length) => new FakeClock().random(length)));
  return { server, other, imported: await other.client.importFile(piecesOf(file), PASSPHRASE) };
}

test.each([
  ['type', { eventType: 'ROBOT_STARTED', payload: { speed: 1.5 } }],
  ['kind of record', { eventType: 'PRODUCTION_ANNOTATED', payload: { text: 'Hot' } }],
  [
    'field',
    { protocol: 3, mood: 'good', payload: { productionDate: DAY, oilVolume: 7, tubingPressure: 300 } },
  ],
  ['form', { protocol: 4, eventType: undefined, payload: undefined, changes: [{ oilVolume: 1 }] }],
])('an event of an unknown %s is sent as it was signed, and its neighbours with it', async (_, newer) => {
  const event = { id: newId(10), deviceSequence: 2, ...newer };
  const { server, other, imported } = await carried((own) => [
    { kind: 'EVENT', event: { ...own, ...event } },
  ]);
  expect(imported).toMatchObject({ events: 2, unread: 0 });
  expect(await other.client.events.list().all()).toHaveLength(2);
  expect(await other.client.pendingList().all()).toHaveLength(2);
  expect(await other.client.records.production(WELL_ID).all()).toMatchObject([{ oilVolume: 42.5 }]);
  const sent: unknown[] = [];
  server.onCall = (call, answer) => {
    if (call.path !== '/sync/batch') return answer();
    const { events } = call.body as { events: { id: string }[] };
    sent.push(...events);
    const synced = events.map(({ id }) => id);
    return answered(200, { synced, conflicts: [], failed: [], serverTime: '2025-10-20T14:30:00.000Z' });
  };
  await other.client.sync.syncNow();
  expect(sent).toContainEqual(expect.objectContaining(JSON.parse(JSON.stringify(event))));
});

test('what cannot even be carried is told, and the rest is taken', async () => {
  const bytes = Uint8Array.of(1, 2, 3);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const photo = { photoId: newId(11), of: 'a tank battery', sha256, sizeBytes: 3 };
  const { other, imported } = await carried(() => [
    { kind: 'EVENT', event: { id: 7 } },
    { kind: 'PHOTO', photo, pieces: () => inPieces(bytes) },
  ]);
  expect(imported).toMatchObject({ events: 1, photos: 0, unread: 2 });
  expect((await other.client.status.current()).pendingEvents).toBe(1);
});
