import { join } from 'node:path';
import { expect, test } from 'vitest';
import { OfflineClient } from '../offline-client.ts';
import { aDevice, recordOil, WELL_ID, type TestDevice } from '../offline-client.fixture.ts';
import { nodePersonKeys, nodePhotoFiles, openNodeSqlite } from '../node/index.ts';
import { answered, type FakeServer } from '../testing/fake-server.ts';
import type { Reply } from '../ports/transport.ts';

type Page = { changes: { entity: string; data: object | null }[] };

/** A newer server: what it says of production, this app can't read, and there are other things. */
function newer(server: FakeServer): void {
  const page = (reply: Reply): Reply => {
    if (reply.kind !== 'ANSWERED') return reply;
    const { changes, ...rest } = reply.body as Page;
    const changed = changes.map((change) =>
      change.entity === 'PRODUCTION' ? { ...change, data: { ...change.data, oilVolume: 'forty' } } : change,
    );
    const robot = { entity: 'ROBOT', id: '01890000-0000-7000-8000-00000000a001', version: 1, deleted: false };
    return answered(200, { ...rest, changes: [...changed, { ...robot, data: {} }] });
  };
  server.onCall = (call, answer) => (call.path === '/sync/changes' ? page(answer()) : answer());
}

/** The same data in another version of the app. */
const updated = async ({ server, clock, folder }: TestDevice, appVersion: string): Promise<OfflineClient> =>
  OfflineClient.open({
    driver: await openNodeSqlite(join(folder, 'device.db')),
    transport: server,
    files: nodePhotoFiles(join(folder, 'photos')),
    clock,
    keys: nodePersonKeys(join(folder, 'keys.json')),
    appVersion,
  });

test('an entry stays on the screen whose record came and could not be read, until a newer app reads it', async () => {
  const device = await aDevice();
  const { client, server } = device;
  await recordOil(client, 42.5);
  newer(server);
  await client.sync.syncNow();
  await client.sync.syncNow();
  expect(await client.status.current()).toMatchObject({
    pendingEvents: 0,
    unreadableRecords: 2,
    trouble: null,
  });
  expect(await client.records.production(WELL_ID).all()).toMatchObject([
    { oilVolume: 42.5, isPending: true },
  ]);
  await client.close();

  server.onCall = (_, answer) => answer();
  const again = await updated(device, '2.0.0');
  await again.sync.syncNow();
  expect(await again.status.current()).toMatchObject({ unreadableRecords: 0 });
  expect(await again.records.production(WELL_ID).all()).toMatchObject([
    { oilVolume: 42.5, isPending: false },
  ]);
  const calls = server.callsTo('/sync/changes');
  expect(calls.at(-1)?.query['cursor']).toBeUndefined();
  await again.sync.syncNow();
  expect(server.callsTo('/sync/changes').at(-1)?.query['cursor']).toBeDefined();
  await again.close();
});

test('what stays unreadable is not asked for again and again', async () => {
  const { client, server } = await aDevice();
  await recordOil(client, 42.5);
  newer(server);
  for (let sync = 0; sync < 3; sync += 1) await client.sync.syncNow();
  const cursors = server.callsTo('/sync/changes').map(({ query }) => query['cursor']);
  expect(cursors.slice(1)).not.toContain(undefined);
});
