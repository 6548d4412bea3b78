import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aDevice, putServerBack, recordOil } from '../../offline-client.fixture.ts';

test('a device whose data was put back tells the server once, and until it was heard', async () => {
  const { client, server, folder, reopen } = await aDevice();
  await client.close();
  copyFileSync(join(folder, 'device.db'), join(folder, 'backup.db'));
  const later = await reopen();
  await recordOil(later, 42.5);
  await recordOil(later, 43, '2025-10-19');
  await later.sync.syncNow();
  await later.close();
  copyFileSync(join(folder, 'backup.db'), join(folder, 'device.db'));
  const old = await reopen();
  server.onCall = (call, answer) =>
    call.path === '/devices/:deviceId/recovered' ? { kind: 'NO_ANSWER' } : answer();
  await old.sync.syncNow();
  server.onCall = (_, answer) => answer();
  await old.sync.syncNow();
  await old.sync.syncNow();
  const told = server.callsTo('/devices/:deviceId/recovered').map(({ body }) => body);
  expect(told).toEqual(Array(2).fill({ kind: 'DEVICE', events: 2 }));
});

test('it tells so while an entry waits, too', async () => {
  const { client, server } = await aDevice();
  await recordOil(client, 42.5);
  await client.sync.syncNow();
  const waiting = await recordOil(client, 43, '2025-10-19');
  server.judge = ({ id }) => (id === waiting.id ? { code: 'INTERNAL', retryable: true } : undefined);
  putServerBack(server);
  await client.sync.syncNow();
  await client.sync.syncNow();
  expect(await client.status.current()).toMatchObject({ pendingEvents: 1 });
  expect(server.callsTo('/devices/:deviceId/recovered').map(({ body }) => body)).toEqual([
    { kind: 'SERVER', events: 1 },
  ]);
});
