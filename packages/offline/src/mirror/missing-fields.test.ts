import { join } from 'node:path';
import { expect, test } from 'vitest';
import { OfflineClient } from '../offline-client.ts';
import { aDevice, aWell, WELL_ID } from '../offline-client.fixture.ts';
import { nodePersonKeys, nodePhotoFiles, openNodeSqlite } from '../node/index.ts';
import { answered } from '../testing/fake-server.ts';

type Page = { changes: { entity: string; data: object | null }[] };

test('what an older server does not know of a well is null', async () => {
  const { client, server } = await aDevice();
  server.onCall = (call, answer) => {
    const reply = answer();
    if (call.path !== '/sync/changes' || reply.kind !== 'ANSWERED') return reply;
    const { changes, ...rest } = reply.body as Page;
    const older = changes.map(({ data, ...change }) => {
      const { spudDate: _, ...known } = (data ?? {}) as { spudDate?: unknown };
      return { ...change, data: known };
    });
    return answered(200, { ...rest, changes: older });
  };
  server.addWell(aWell({ name: 'Acme #2', version: 2 }));
  await client.sync.syncNow();
  expect(await client.records.well(WELL_ID)).toMatchObject({ name: 'Acme #2', spudDate: null });
});

test('so is what the app did not know yet when it stored the well', async () => {
  const { client, server, clock, folder } = await aDevice();
  await client.close();
  const driver = await openNodeSqlite(join(folder, 'device.db'));
  await driver.execute(`UPDATE wells SET server_row = json_remove(server_row, '$.spudDate')`);
  const again = await OfflineClient.open({
    driver,
    transport: server,
    files: nodePhotoFiles(join(folder, 'photos')),
    clock,
    keys: nodePersonKeys(join(folder, 'keys.json')),
  });
  expect(await again.records.well(WELL_ID)).toMatchObject({ id: WELL_ID, spudDate: null });
  await again.close();
});
